"""How real typing differs from written sentences: courtesy around it, typos, homophones, lost punctuation, emoji, feeling."""
import re

PREFIX = {"zh": ["你好", "您好", "在吗", "亲", "亲亲", "老板", "客服", "请问", "请问一下", "我想问下", "问一下", "那个", "麻烦", "麻烦看下", "你好请问", "在么", "hello", "hi",
                 "客服你好", "想问一下", "哈喽", "喂", "嗨", "店家", "掌柜的", "美女", "小哥", "我问下哈", "咨询一下", "打扰了", "诶", "嗯 那个", "就是", "那个啥", "帮忙看看", "有人吗", "哎", "不好意思", "话说", "亲爱的", "小二", "您好 打扰一下", "宝", "姐姐", "你好呀"],
          "en": ["Hi", "Hello", "hey", "Hi there", "Excuse me", "hello team", "Good morning", "sorry to bother", "quick question", "hey guys", "Dear seller", "hi,", "um", "so", "please help"]}
QUESTION_ONLY = {"请问", "请问一下", "我想问下", "问一下", "你好请问", "想问一下", "我问下哈", "咨询一下", "quick question", "话说"}
SUFFIX = {"zh": ["谢谢", "谢谢啦", "麻烦了", "谢谢亲", "辛苦", "哈", "亲", "呀", "~", "。。。", "在吗", "麻烦啦", "多谢", "感谢", "帮忙看一下", "谢了", "啊亲", "请回复", "[微笑]", "[可怜]", "🙏", "哦", "呢亲", "?", "...", "[抱拳]"],
          "en": ["thanks", "please", "thank you", "thx", "pls", "cheers", "🙏", "..", "let me know", "tks"]}
FEELING = {
    "zh": {
        "Anxious": ["急", "急急急", "很急", "在线等", "挺急的", "着急用", "怎么办啊", "急死了", "快点回复", "等着用呢", "麻烦快一点", "😭", "真的很急", "赶时间", "[流泪]", "咋整啊", "好担心", "急!!", "我都急了", "尽快尽快", "怎么办呀", "拜托拜托快点", "孩子等着用", "来不及了", "心慌", "快快快", "十万火急", "不会有问题吧", "😰"],
        "Dissatisfied": ["太失望了", "无语", "体验太差了", "服了", "真是的", "有点过分了", "不太满意", "😒", "🙄", "什么情况啊", "也太敷衍了", "说话不算数", "再也不买了", "不专业", "让人寒心", "等得烦死了", "很不开心", "差评", "唉", "亏我还是老客户", "[撇嘴]", "真不怎么样", "心累", "搞什么", "太慢了你们", "一点都不负责", "后悔买了", "醉了", "真的很差劲"],
        "Angry": ["垃圾店铺", "气死我了", "什么破店", "骗子吗你们", "😡", "老子要炸了", "太恶心了", "欺负人是吧", "黑心商家", "你们是死人吗", "别逼我发火", "滚蛋吧", "🤬", "坑人", "无良商家", "气炸了", "脸都不要了", "不要脸", "玩我呢?", "忍无可忍", "火大", "操", "什么玩意儿", "你们耍我呢", "有病吧", "缺德", "太欺负人了", "[怒]", "当我傻啊"],
        "Pleased": ["上次买的很好用", "衣服很喜欢", "你们家东西真不错", "😊", "爱了爱了", "服务真好", "很满意", "老顾客了一直很好", "👍", "太棒了", "效果挺好的", "会再来的", "😘", "五星好评哦", "包装很用心", "物流很快给你点赞", "家人都说好", "🥰", "[爱心]", "超喜欢", "质量没话说", "果然没选错", "开心", "好评", "赞", "惊喜到了", "真心不错", "[鼓掌]"],
    },
    "en": {
        "Anxious": ["it's urgent", "I really need it", "I'm worried", "please hurry", "ASAP!!", "what should I do", "running out of time", "so stressed", "need this soon", "😭", "urgent please"],
        "Dissatisfied": ["very disappointed", "this is frustrating", "not happy", "poor service", "really?", "not what I expected", "I regret buying here", "ugh", "🙄", "this is taking too long", "not impressed"],
        "Angry": ["this is ridiculous", "you are scammers", "worst shop ever", "I'm furious", "unacceptable!!!", "😡", "total rip-off", "what the hell", "shame on you", "I'm done with you people", "bullshit"],
        "Pleased": ["love the last one", "great shop", "you guys are awesome", "😊", "very happy so far", "love it", "great service", "👍", "the quality is amazing", "5 stars", "so pleased"],
    },
}
HOMOPHONES = [("优惠券", "优惠卷"), ("优惠券", "优惠劵"), ("券", "卷"), ("券", "劵"), ("快递", "块递"), ("快递", "快弟"), ("什么", "神马"), ("什么", "啥"), ("怎么", "咋"), ("怎么", "肿么"),
              ("怎么", "怎末"), ("退货", "退火"), ("退款", "退宽"), ("物流", "物留"), ("发票", "发飘"), ("发货", "发伙"), ("客服", "克服"), ("尺码", "尺马"), ("的", "得"), ("的", "滴"), ("在", "再"),
              ("已经", "以经"), ("没有", "木有"), ("没有", "没"), ("什么时候", "啥时候"), ("什么时候", "几时"), ("什么时候", "神马时候"), ("这个", "介个"), ("哪里", "那里"), ("哪", "那"), ("吗", "嘛"), ("吗", "么"),
              ("吗", "不"), ("收到", "收道"), ("签收", "签受"), ("地址", "地止"), ("地址", "地扯"), ("取消", "取削"), ("订单", "定单"), ("订单", "丁单"), ("质量", "质亮"), ("换货", "换伙"), ("会员", "会圆"), ("积分", "几分"),
              ("安装", "按装"), ("师傅", "师父"), ("账号", "帐号"), ("账户", "帐户"), ("验证码", "验政码"), ("支付", "支負"), ("支付", "知付"), ("密码", "蜜码"), ("赔", "陪"), ("衣服", "一服"), ("衣服", "衣付"), ("鞋子", "协子"),
              ("坏了", "怀了"), ("保修", "报修"), ("差价", "差介"), ("降价", "将价"), ("运费险", "运废险"), ("运费", "运废"), ("转人工", "转人公"), ("人工", "人功"), ("喜欢", "稀罕"), ("不要", "布要"), ("还没", "孩没"), ("申请", "审请"),
              ("退回", "腿回"), ("退", "腿"), ("寄", "记"), ("帮我", "邦我"), ("一下", "一哈"), ("一下", "1下"), ("现在", "现再"), ("应该", "因该"), ("为什么", "为啥"), ("知道", "造"), ("多少钱", "多钱"), ("钱", "💰"),
              ("我", "俺"), ("你们", "你门"), ("是不是", "是8是"), ("还", "环"), ("到底", "倒底"), ("仓库", "仓酷"), ("快点", "筷点"), ("催", "崔"), ("拆", "折"), ("货", "或")]
# Words that would turn one intent into its neighbour when misspelt as above are rare enough to keep: context decides them.
EN_TYPOS = [("the", "teh"), ("you", "u"), ("your", "ur"), ("are", "r"), ("please", "plz"), ("receive", "recieve"), ("received", "recieved"), ("refund", "refound"), ("because", "cuz"), ("where's", "wheres"), ("what's", "whats"),
            ("I'm", "im"), ("didn't", "didnt"), ("don't", "dont"), ("can't", "cant"), ("haven't", "havent"), ("it's", "its"), ("address", "adress"), ("delivery", "delivary"), ("exchange", "exchage"), ("package", "pakage"),
            ("to", "2"), ("for", "4"), ("return", "retrun"), ("coupon", "cupon"), ("discount", "discout"), ("and", "n"), ("order", "oder"), ("size", "sise"), ("broken", "borken"), ("with", "w/"), ("tomorrow", "tmr")]
EMOJI = ["😂", "🙂", "😅", "🤔", "😳", "[呲牙]", "[捂脸]", "🌹", "[疑问]", "😁", "[玫瑰]", "😶"]
TRADITIONAL = str.maketrans("货换单钱发费没这个们时候么还谢请问给为东西订会员积分码优惠领开税额号电话错买卖价补降坏质量图级颜尺寸鞋红蓝绿黄绍荐别区师装险运转账户录输验证维护",
                            "貨換單錢發費沒這個們時候麼還謝請問給為東西訂會員積分碼優惠領開稅額號電話錯買賣價補降壞質量圖級顏尺寸鞋紅藍綠黃紹薦別區師裝險運轉賬戶錄輸驗證維護")


def misspell(text, language, rng):
    table = HOMOPHONES if language == "zh" else EN_TYPOS
    if language == "zh":
        hits = [(a, b) for a, b in table if a in text]
    else:
        hits = [(a, b) for a, b in table if re.search(rf"\b{re.escape(a)}\b", text)]
    if hits:
        a, b = rng.choice(hits)
        return text.replace(a, b, 1) if language == "zh" else re.sub(rf"\b{re.escape(a)}\b", lambda _: b, text, count=1)
    return text


def slip(text, language, rng):
    """A dropped, doubled or swapped character, never inside digits, never in something very short."""
    spots = [i for i in range(1, len(text) - 1) if text[i].isalpha() and text[i + 1].isalpha()]
    if len(text) < (7 if language == "zh" else 12) or not spots:
        return text
    i = rng.choice(spots)
    kind = rng.random()
    if kind < 0.35 and language == "en":
        return text[:i] + text[i + 1:]
    if kind < 0.6:
        return text[:i] + text[i] + text[i:]
    return text[:i] + text[i + 1] + text[i] + text[i + 2:]


def speech(text, language, rng):
    """As a recogniser writes it: no punctuation, a filler, numbers as they come."""
    bare = re.sub(r"[，。？！、,?!~…]+", "" if language == "zh" else "", text)
    if language == "en":
        return re.sub(r"\s+", " ", rng.choice(["", "", "uh ", "yeah "]) + bare.replace(".", "").lower())
    bare = re.sub(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])", "", bare)
    return rng.choice(["", "", "", "嗯", "那个", "呃", "就是那个", "喂你好", "啊", "哎你好我想问一下", "就是说"]) + bare + rng.choice(["", "", "", "", "啊", "嗯", "对"])


def punctuate(text, language, rng):
    kind = rng.random()
    if kind < 0.3:
        return re.sub(r"[，。？！,?!]+$", "", text) + rng.choice(["？", "?", "??", "？？？", "。", "！", "!!", "..."])
    if kind < 0.6:
        return re.sub(r"[，,。]\s*", " ", text)
    if kind < 0.8:
        return re.sub(r"\s+", "，" if language == "zh" else " ", text)
    return re.sub(r"[，。？！、,?!]+", "", text)


def courtesy(text, language, rng):
    sep = rng.choice(["，", " ", "", ",", "。", "~", "！"]) if language == "zh" else rng.choice([", ", " ", "! ", " "])
    if rng.random() < 0.65:
        asks = bool(re.search(r"[吗呢么?？]|什么|怎么|哪|多少|几|啥|咋|能不能|可以|how|what|when|can|do ", text))
        pool = [x for x in PREFIX[language] if asks or x not in QUESTION_ONLY]
        return rng.choice(pool) + sep + text
    return text + (rng.choice(["，", " ", "", " "]) if language == "zh" else rng.choice([", ", " "])) + rng.choice(SUFFIX[language])


def feel(text, language, emotion, split, rng):
    """A feeling around a calm sentence. Each split has its own tails, so none of them crosses."""
    slot = {"train": range(0, 8), "dev": (8,), "test": (9,)}[split]
    pool = [x for i, x in enumerate(FEELING[language][emotion]) if i % 10 in slot] or FEELING[language][emotion][-2:]
    tail = rng.choice(pool)
    sep = rng.choice(["，", " ", "。", "！", ""]) if language == "zh" else rng.choice([", ", " ", ". ", "! "])
    strong = rng.choice(["", "", "！", "!!!", "！！"]) if emotion in ("Angry", "Anxious") else ""
    if rng.random() < 0.35 and tail[0] not in "[😭😒🙄😡🤬😊👍😘🥰😰":
        return tail + sep + text + strong
    return text + (sep if tail[0] not in "[😭" else "") + tail + strong
