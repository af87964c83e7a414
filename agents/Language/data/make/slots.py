"""What fills {p}, {c}, {s} ... in a written sentence. Two lists each: Chinese, English."""
import re

ZH = {
    "p": "连衣裙 卫衣 牛仔裤 羽绒服 衬衫 打底裤 运动鞋 帆布鞋 高跟鞋 双肩包 行李箱 洗面奶 面膜 口红 粉底液 精华 防晒霜 洗发水 手机壳 "
         "充电宝 蓝牙耳机 数据线 平板 键盘 鼠标 显示器 电饭煲 空气炸锅 破壁机 扫地机器人 吸尘器 热水器 洗衣机 冰箱 电视 空调 "
         "床垫 四件套 枕头 沙发 书桌 椅子 窗帘 台灯 猫粮 狗粮 猫砂 奶粉 纸尿裤 婴儿车 安全座椅 积木 绘本 茶叶 坚果 牛奶 大闸蟹 车厘子 "
         "蛋糕 红酒 咖啡豆 火锅底料 保温杯 炒锅 菜刀 电动牙刷 剃须刀 瑜伽垫 跑步机 自行车 帐篷 鱼竿 项链 手镯 手表 眼镜 机油 行车记录仪 轮胎 "
         "打印机 墨盒 花架 多肉 鲜花 投影仪 路由器 键帽 羽毛球拍 袜子 内衣 睡衣 泳衣 汉服 雪地靴 凉鞋 拖鞋 围巾 帽子",
    "w": "连衣裙 卫衣 牛仔裤 羽绒服 衬衫 T恤 毛衣 大衣 风衣 西装 打底裤 运动裤 半身裙 睡衣 内衣 童装 校服 汉服 外套 棉服 冲锋衣 马甲 运动鞋 板鞋 帆布鞋 高跟鞋 马丁靴 雪地靴 凉鞋 小白鞋 老爹鞋 皮鞋",
    "e": "手机 平板 耳机 音箱 笔记本 显示器 键盘 充电宝 充电器 电饭煲 空气炸锅 破壁机 扫地机 吸尘器 热水器 洗衣机 冰箱 电视 空调 油烟机 燃气灶 净水器 洗碗机 电动车 投影仪 路由器 打印机 电风扇 取暖器 豆浆机 咖啡机 电动牙刷 吹风机 剃须刀 微波炉 加湿器 手环",
    "big": "空调 洗衣机 冰箱 电视 热水器 油烟机 燃气灶 净水器 洗碗机 沙发 床 衣柜 书桌 餐桌 马桶 花洒 吊灯 智能锁 窗帘 晾衣架 跑步机 浴霸 书架 鞋柜 壁挂炉",
    "f": "牛奶 坚果 车厘子 芒果 大闸蟹 牛排 蛋糕 面包 茶叶 奶粉 猫粮 火锅底料 零食大礼包 月饼 粽子 螺蛳粉 苹果 榴莲 酸奶 海参 蜂蜜 麦片 橙子",
    "m2": "面膜 口红 粉底液 精华液 眼霜 防晒霜 洗面奶 爽肤水 乳液 香水 眼影盘 卸妆油 身体乳 隔离霜 睫毛膏",
    "c": "黑色 白色 红色 蓝色 粉色 灰色 绿色 黄色 紫色 米色 卡其色 咖色 藏青 酒红 杏色 浅蓝 深灰 墨绿 奶白 银色 香槟金 黑 白 蓝 粉",
    "s": "S M L XL XXL 2XL 3XL 均码 36 37 38 39 40 41 42 43 160 165 170 175 加大",
    "b": "小米 华为 苹果 美的 格力 海尔 耐克 安踏 李宁 优衣库 阿迪 回力 兰蔻 雅诗兰黛 完美日记 花西子 珀莱雅 欧莱雅 三只松鼠 良品铺子 九阳 苏泊尔 戴森 飞利浦 联想 乐高 皇家 飞鹤 帮宝适 波司登 特步 九号 雅迪 林氏 全友 公牛 罗技",
    "k": "顺丰 圆通 中通 申通 韵达 极兔 邮政 EMS 京东快递 德邦 菜鸟",
    "city": "北京 上海 广州 深圳 杭州 成都 重庆 武汉 西安 郑州 长沙 南京 苏州 天津 沈阳 哈尔滨 昆明 南宁 合肥 青岛 济南 福州 厦门 贵阳 兰州 太原 石家庄 乌鲁木齐 呼和浩特 东莞 义乌 无锡 临沂 潮州",
    "d": "昨天 前天 上周 上周三 上个月 前几天 双十一 618 周一 25号 三天前 上礼拜 月初 大前天 11月1号 上周末 礼拜天 星期五",
    "fd": "明天 后天 周五 周末 下周一 月底 30号 下午 今天 星期六 十一号 下个月 过年前 生日之前",
    "n": "1 2 3 5 6 8 10 12 15 20 两 三 五 十",
    "m": "59 129 299块 89元 19.9 1299 50块 200多 35.8 468 一百多 三百 88块8 3999 两千 69.9元",
    "pl": "淘宝 京东 拼多多 抖音 小程序 唯品会 直播间 天猫 小红书 官网",
}

EN = {
    "p": "dress|hoodie|jeans|jacket|shirt|sneakers|backpack|suitcase|lipstick|sunscreen|phone case|power bank|earbuds|charger|tablet|keyboard|monitor|rice cooker|air fryer|blender|vacuum|fridge|mattress|pillow|sofa|desk|lamp|cat food|stroller|lego set|tea|coffee beans|frying pan|toothbrush|yoga mat|bike|tent|necklace|watch|printer|curtains|boots|socks|scarf",
    "w": "dress|hoodie|jeans|jacket|shirt|coat|sweater|sneakers|boots|skirt|sandals|t-shirt",
    "e": "phone|tablet|earbuds|laptop|monitor|keyboard|power bank|charger|rice cooker|air fryer|blender|vacuum|washing machine|fridge|TV|printer|speaker|heater|coffee machine",
    "big": "air conditioner|washing machine|fridge|TV|water heater|dishwasher|sofa|bed|wardrobe|desk|chandelier|smart lock|treadmill",
    "f": "milk|nuts|cherries|steak|cake|tea|cat food|snack box|mangoes|honey",
    "m2": "mask|lipstick|foundation|serum|eye cream|sunscreen|cleanser|perfume",
    "c": "black|white|red|blue|pink|grey|green|yellow|beige|navy|silver|brown",
    "s": "S|M|L|XL|XXL|38|39|40|42|size 8|size 10",
    "b": "Xiaomi|Huawei|Apple|Midea|Nike|Adidas|Philips|Dyson|Lenovo|Lego|Anker|Uniqlo",
    "k": "SF Express|DHL|UPS|FedEx|China Post|EMS|YTO|ZTO",
    "city": "Shanghai|Beijing|London|New York|Singapore|Sydney|Toronto|Shenzhen|Hong Kong|Berlin",
    "d": "yesterday|last week|on Monday|two days ago|last Friday|on the 3rd|a week ago",
    "fd": "tomorrow|by Friday|this weekend|next week|on Monday|before Christmas|on the 15th",
    "n": "1|2|3|4|5|6|10",
    "m": "$20|30 yuan|$49.99|15 bucks|99|200 RMB|$120",
    "pl": "Taobao|JD|the app|your website|AliExpress|the live stream",
}

LISTS = {"zh": {k: v.split() for k, v in ZH.items()}, "en": {k: v.split("|") for k, v in EN.items()}}


def _digits(rng, n):
    return "".join(rng.choice("0123456789") for _ in range(n))


def _order(rng):
    """Shapes of the big platforms: 18-19 digits, 12 digits, date with tail, six digits and fifteen, letter and digits."""
    return rng.choice([
        lambda: rng.choice("1234") + _digits(rng, 18),
        lambda: rng.choice("23") + _digits(rng, 11),
        lambda: f"24{rng.randint(1, 12):02d}{rng.randint(1, 28):02d}-{_digits(rng, 15)}",
        lambda: "69" + _digits(rng, 17),
        lambda: "P" + _digits(rng, 18),
        lambda: _digits(rng, 8),
        lambda: "DD" + _digits(rng, 10),
    ])()


def _tracking(rng):
    return rng.choice(["SF" + _digits(rng, 13), "YT" + _digits(rng, 13), "7" + _digits(rng, 13), "JT" + _digits(rng, 13),
                       "43" + _digits(rng, 13), "JDVC" + _digits(rng, 11), "77" + _digits(rng, 13), "EA" + _digits(rng, 9) + "CN"])


def choose(text, language, rng):
    """(a/b/c) becomes one of its parts; an English one is set off by spaces."""
    gap = " " if language == "en" else ""
    out = re.sub(r"\(([^()]*/[^()]*)\)", lambda m: gap + rng.choice(m.group(1).split("/")) + gap, text)
    return re.sub(r"\s+([,?])", r"\1", re.sub(r"\s+", " ", out)).strip() if gap else out


def fill(text, language, rng):
    """Every slot of one sentence; {x2} differs from {x}. Phone numbers have 0000 where the area digits stand: nobody's."""
    used = {}
    out = choose(text, language, rng)
    for name in ("p2", "c2", "s2", "city2", "k2", "b2", "d2", "m2x", "p", "w", "e", "big", "f", "m2", "c", "s", "b", "k", "city", "d", "fd", "n", "m", "pl"):
        key = "{" + name + "}"
        while key in out:
            base = name[:-1] if name in ("p2", "c2", "s2", "city2", "k2", "b2", "d2") else name
            choices = [x for x in LISTS[language][base] if x not in used.get(base, ())]
            word = rng.choice(choices)
            used.setdefault(base, set()).add(word)
            out = out.replace(key, word, 1)
    while "{o}" in out:
        out = out.replace("{o}", _order(rng), 1)
    while "{t}" in out:
        out = out.replace("{t}", _tracking(rng), 1)
    while "{ph}" in out:
        out = out.replace("{ph}", rng.choice(["138", "159", "186", "177", "199", "135"]) + "0000" + _digits(rng, 4), 1)
    assert "{" not in out, text
    return out
