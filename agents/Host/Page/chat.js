// One page, no build step. A message keeps its id until it is answered, so a reconnect sends it again and it is still answered once.
const words = {
  zh: { title: "在线客服", customer: "我是", message: "消息", send: "发送", placeholder: "说说您的问题…", language: "English",
    typing: "正在为您查询…", lost: "连接断开了,正在重新连接…", examples: "试试",
    people: ["张晓雨(快递在路上)", "李明(昨天买了衣服)", "王芳(有券用不了)", "Emma(包裹在途)", "陈伟(想找人工)"],
    say: ["我的快递到哪了", "我昨天买的衣服什么时候能到?颜色不合适怎么换?", "券为什么用不了,另外上次那件退款到账了吗", "转人工"] },
  en: { title: "Customer service", customer: "I am", message: "Message", send: "Send", placeholder: "How can we help?", language: "中文",
    typing: "Looking into it…", lost: "Connection lost, reconnecting…", examples: "Try",
    people: ["Zhang Xiaoyu (parcel under way)", "Li Ming (bought clothes yesterday)", "Wang Fang (coupon trouble)", "Emma (parcel in transit)", "Chen Wei (wants a person)"],
    say: ["where is my parcel and can I still change the address?", "Why doesn't my coupon work?", "I want to return the shoes", "agent please"] },
};
const $ = id => document.getElementById(id);
const log = $("log"), text = $("text"), sender = $("sender");
let language = navigator.language?.startsWith("zh") ? "zh" : "en";
let socket, wait = 300;
const unanswered = new Map();

function speak() {
  const w = words[language];
  document.documentElement.lang = language;
  document.title = w.title;
  for (const e of document.querySelectorAll("[data-text]")) e.textContent = w[e.dataset.text];
  $("language").textContent = w.language;
  $("language").lang = language === "zh" ? "en" : "zh";
  text.placeholder = w.placeholder;
  [...sender.options].forEach((o, i) => o.textContent = w.people[i]);
  $("examples").setAttribute("aria-label", w.examples);
  $("examples").replaceChildren(...w.say.map(s => {
    const b = document.createElement("button");
    b.type = "button"; b.textContent = s; b.onclick = () => send(s);
    return b;
  }));
}

function show(kind, content, detail) {
  const bubble = document.createElement("div");
  bubble.className = "message " + kind;
  bubble.textContent = content;
  if (detail) {
    const d = document.createElement("span");
    d.className = "detail"; d.textContent = detail;
    bubble.append(d);
  }
  log.append(bubble);
  log.scrollTop = log.scrollHeight;
  return bubble;
}

function typing() {
  document.querySelector(".typing")?.remove();
  if (unanswered.size === 0) return;
  const t = document.createElement("div");
  t.className = "typing quiet"; t.textContent = words[language].typing;
  log.append(t);
  log.scrollTop = log.scrollHeight;
}

function send(said) {
  const message = { channel: "web", sender: sender.value, text: said, id: crypto.randomUUID?.() ?? String(Math.random()).slice(2) + Date.now() };
  unanswered.set(message.id, { message, bubble: show("mine pending", said) });
  typing();
  if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
}

function connect() {
  socket = new WebSocket(location.origin.replace(/^http/, "ws") + "/chat");
  socket.onopen = () => {
    wait = 300;
    $("state").textContent = "";
    for (const { message } of unanswered.values()) socket.send(JSON.stringify(message));
  };
  socket.onmessage = event => {
    const frame = JSON.parse(event.data), mine = unanswered.get(frame.id);
    if (frame.type === "accepted") mine?.bubble.classList.remove("pending");
    if (frame.type === "error" && frame.retry) setTimeout(() => mine && socket.send(JSON.stringify(mine.message)), 2000);
    else if (frame.type === "error") { unanswered.delete(frame.id); show("theirs", frame.message); }
    if (frame.type === "reply" && mine) {
      unanswered.delete(frame.id);
      show("theirs", frame.reply, frame.intents.map(i => `${i.name} ${i.outcome}`).join(" · ") + ` · ${Math.round(frame.elapsedMs)} ms`);
    }
    typing();
  };
  socket.onclose = () => {
    $("state").textContent = unanswered.size > 0 || wait > 1000 ? words[language].lost : "";
    setTimeout(connect, wait);
    wait = Math.min(wait * 2, 5000);
  };
}

$("form").onsubmit = event => {
  event.preventDefault();
  const said = text.value.trim();
  if (said) { send(said); text.value = ""; text.focus(); }
};
text.onkeydown = event => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); $("form").requestSubmit(); }
};
$("language").onclick = () => { language = language === "zh" ? "en" : "zh"; speak(); };
sender.onchange = () => { log.replaceChildren(); unanswered.clear(); };
speak();
connect();
