const WORDS = {
  "zh-CN": {
    pageTitle: "微信沙盒",
    otherLanguage: "English",
    connected: "账号服务器已接通",
    notConnected: "账号服务器未接通",
    search: "搜索居民",
    newResident: "新居民",
    noResidents: "还没有居民。点“新居民”，以一位居民的身份给公众号写信。",
    nothingFound: "没有找到",
    nothingYet: "还没有消息",
    choosePhone: "从左边选一位居民，打开他的手机",
    yesterday: "昨天",
    unread: "未读",
    close: "收起这部手机",
    back: "返回",
    more: "更多",
    phoneOf: (name) => `${name}的手机`,
    typing: "对方正在输入…",
    input: "输入消息，回车发送",
    send: "发送",
    follow: "关注公众号",
    unfollow: "取消关注",
    notFollowed: "已取消关注，不能给公众号发消息",
    notSent: "没有发出，请检查沙盒是否在运行",
    sendImage: "发一张图片",
    sendVoice: "发一段语音",
    sendLocation: "发送位置",
    sendSticker: "发一个表情",
    scan: "扫一扫",
    menu: "公众号菜单",
    opened: (name, url) => `打开了“${name}”：${url}`,
    kinds: {
      image: "图片",
      voice: "语音",
      video: "视频",
      shortvideo: "小视频",
      location: "位置",
      link: "链接",
      file: "文件",
      unsupported: "表情",
      news: "图文",
      music: "音乐",
      mpnews: "图文",
      mpnewsarticle: "图文",
      miniprogrampage: "小程序",
      wxcard: "卡券",
    },
  },
  en: {
    pageTitle: "WeChat sandbox",
    otherLanguage: "中文",
    connected: "Account server connected",
    notConnected: "Account server not connected",
    search: "Search residents",
    newResident: "New resident",
    noResidents: "No residents yet. Choose “New resident” to write to the account as one.",
    nothingFound: "Nobody found",
    nothingYet: "No messages yet",
    choosePhone: "Choose a resident on the left to open their phone",
    yesterday: "Yesterday",
    unread: "Unread",
    close: "Put this phone away",
    back: "Back",
    more: "More",
    phoneOf: (name) => `Phone of ${name}`,
    typing: "Typing…",
    input: "Type a message, Enter to send",
    send: "Send",
    follow: "Follow the account",
    unfollow: "Unfollow",
    notFollowed: "Unfollowed: this resident cannot write to the account",
    notSent: "Not sent. Check that the sandbox is running",
    sendImage: "Send a picture",
    sendVoice: "Send a voice message",
    sendLocation: "Send a location",
    sendSticker: "Send a sticker",
    scan: "Scan a QR code",
    menu: "Account menu",
    opened: (name, url) => `Opened “${name}”: ${url}`,
    kinds: {
      image: "Picture",
      voice: "Voice",
      video: "Video",
      shortvideo: "Short video",
      location: "Location",
      link: "Link",
      file: "File",
      unsupported: "Sticker",
      news: "Article",
      music: "Music",
      mpnews: "Article",
      mpnewsarticle: "Article",
      miniprogrampage: "Mini program",
      wxcard: "Card",
    },
  },
};

/** The page's language: `?lang=en`, else Chinese. */
export const language = new URLSearchParams(location.search).get("lang") === "en" ? "en" : "zh-CN";

export const words = WORDS[language];

/** `14:05`, `昨天 14:05`, or with the date when it was before yesterday. */
export function shortTime(iso, now = new Date()) {
  const at = new Date(iso);
  const time = at.toLocaleTimeString(language, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate());
  const days = Math.ceil((midnight - at) / 86_400_000);
  if (days <= 0) return time;
  if (days === 1) return `${words.yesterday} ${time}`;
  return `${at.toLocaleDateString(language, { month: "short", day: "numeric" })} ${time}`;
}
