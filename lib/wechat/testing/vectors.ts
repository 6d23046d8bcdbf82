/** The test vectors of protocol 1.8: A3 and A4 are printed in WeChat's own guide, the others were computed with two published libraries. */
export const official = {
  token: "AAAAA",
  encodingAesKey: "A".repeat(43),
  appId: "wxba5fad812f8e6fb9",
  originalId: "gh_97417a04a28d",
};

export const account = {
  token: "gzhInboxToken2024",
  encodingAesKey: "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
  appId: "wx1234567890abcdef",
  originalId: "gh_0123456789ab",
};

export const a3 = {
  timestamp: "1714112445",
  nonce: "415670741",
  random: "a8eedb185eb2fecf",
  message:
    '{"ToUserName":"gh_97417a04a28d","FromUserName":"o9AgO5Kd5ggOC-bXrbNODIiE3bGY","CreateTime":1714112445,"MsgType":"event","Event":"debug_demo","debug_str":"hello world"}',
  encrypted:
    "+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQHi8khUOb05JCpj0JB4RvQMkUyus8TPxLKJGQqcvZqzDpVzazhZv6JsXUnnR8XGT740XgXZUXQ7vJVnAG+tE8NUd4yFyjPy7GgiaviNrlCTj+l5kdfMuFUPpRSrfMZuMcp3Fn2Pede2IuQrKEYwKSqFIZoNqJ4M8EajAsjLY2km32IIjdf8YL/P50F7mStwntrA2cPDrM1kb6mOcfBgRtWygb3VIYnSeOBrebufAlr7F9mFUPAJGj04=",
  signature: "046e02f8204d34f8ba5fa3b1db94908f3df2e9b3",
};

export const a4 = {
  timestamp: "1713424427",
  nonce: "415670741",
  random: "707722b803182950",
  message: '{"demo_resp":"good luck"}',
  encrypted: "ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtzve1L32tmxSQ==",
  signature: "1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1",
};

export const b2 = {
  timestamp: "1700000000",
  nonce: "1234567890",
  random: "0123456789abcdef",
  message:
    "<xml><ToUserName><![CDATA[gh_0123456789ab]]></ToUserName><FromUserName><![CDATA[oTESTopenid0000000000000001]]></FromUserName><CreateTime>1700000000</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[您好，居住证怎么办理？]]></Content><MsgId>24358000000000001</MsgId></xml>",
  encrypted:
    "Q3stYC6hdFzMh9T8HCvyDE9Ia1/bRQef2EFXloKL3VVE0snZWeDTQp/1sMmPXnLSAPI2oP4KAkz1DtrspfhQt1xkS2QNXIa2kdrRCpuJDp+ZsG0HRwrXOzHDf0j5mGh7HAGy6utFRhoVm+4xIynqm0rjsVcfwxbLFQiwZKp/el+sx4qneRQKuBQKp/YxD50aUH7cr7nruEB/xKZUsEMhx7fXqQvPKHdcB4wq9kU269Rbxr47VjJcSayphUW5uN2Iib7xZW98nzmF84+ACtqE3uEqOcQ4AEmcLXk1m7zpmH3dx3UvlQmeiqxOXwQPaudQ4//NxTLall7SdICMK5KUz+fUr7GrWfc4DELAK9EQfp6ybrZ1wzJGA1WkifLkdfUGobE05/VW64g019n5thhW2areiAWcqL6/SzwWxzzqlspROE+u/1v3dEsKE6//FQQiKDb6YkA1XHSk0ZWWJ77FpA==",
  signature: "765bb19f37b25dbd29a9592f5dc562684bfc4bea",
};

export const b3 = {
  timestamp: 1700000001,
  nonce: "987654321",
  random: "fedcba9876543210",
  message:
    "<xml><ToUserName><![CDATA[oTESTopenid0000000000000001]]></ToUserName><FromUserName><![CDATA[gh_0123456789ab]]></FromUserName><CreateTime>1700000001</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[已收到]]></Content></xml>",
  encrypted:
    "DpQeJfnf/MGZ/+GTIspwVKcWh1s1WnJcfFmAJmnU5M124JHe429l5ZIgC+5vuX+HEg+88GHuzdz0vTNYCrmiXQoPbHi3V8X0f6Li5itjd6yNX3C0phI7DVN4faHntkZ/8tBHdjxclDsRVbudWPGHKYTH7BUvWljzFuzC9CZ4Co2y4gzG98nwY+j/5ABwo/4PjCPY0kb7OQffvACySVt7zWxszsvtbEkmU4lFXme6+gbVIooHuEQttOG+cD6uK74raiJFy9Roqir9DBWJO5WVLD47b5xdSIzDsmBQUkKiD5Olllj2aM8NOcle3tfu48XAmPogc9MbmARKnC5c+59zBZBCUv047rX+CbwqhR2Hu/vbrTFwZxjbuSm2ZrdGCUP0",
  signature: "471b46a4fb21405e00c70720782271807b2c7863",
};

export const b4 = {
  appId: "wg",
  random: "0123456789abcdef",
  message: "0123456789",
  encrypted: "Q3stYC6hdFzMh9T8HCvyDG1++SCltn8kiL8FeFPPulVFHyxq6b4o0goQLSLJPptNOWUBGJcZ08TG1WKwa2PzFg==",
};

export const b5 = {
  timestamp: "1700000000",
  nonce: "1234567890",
  random: "0123456789abcdef",
  message: "5838497264813",
  encrypted: "Q3stYC6hdFzMh9T8HCvyDHT/icyrCjzMxfqfDsTysMIfMeUaFkg5Jp0k0AHLZYh1tPVcmkydcsb4Z2V/F3KsSQ==",
  signature: "0c489c8356216617f8024ef78eb26a2987c1baed",
};
