import { createRequire } from "node:module";
import * as wecom from "@wecom/crypto";
import { describe, expect, test } from "vitest";
import { decodeAesKey, decrypt, encrypt } from "./encryption";
import { isSignatureOf, sign } from "./signature";

type Crypt = {
  encrypt: (message: string) => string;
  decrypt: (encrypted: string) => unknown;
  getSignature: (timestamp: string, nonce: string, encrypted: string) => string;
};
const WechatCrypto: new (token: string, key: string, id: string) => Crypt = createRequire(import.meta.url)("wechat-crypto");

const OFFICIAL = { key: "A".repeat(43), appId: "wxba5fad812f8e6fb9", token: "AAAAA" };
const OTHER = {
  key: "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
  appId: "wx1234567890abcdef",
  token: "gzhInboxToken2024",
};
const A3 =
  "+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQHi8khUOb05JCpj0JB4RvQMkUyus8TPxLKJGQqcvZqzDpVzazhZv6JsXUnnR8XGT740XgXZUXQ7vJVnAG+tE8NUd4yFyjPy7GgiaviNrlCTj+l5kdfMuFUPpRSrfMZuMcp3Fn2Pede2IuQrKEYwKSqFIZoNqJ4M8EajAsjLY2km32IIjdf8YL/P50F7mStwntrA2cPDrM1kb6mOcfBgRtWygb3VIYnSeOBrebufAlr7F9mFUPAJGj04=";
const B2 =
  "Q3stYC6hdFzMh9T8HCvyDE9Ia1/bRQef2EFXloKL3VVE0snZWeDTQp/1sMmPXnLSAPI2oP4KAkz1DtrspfhQt1xkS2QNXIa2kdrRCpuJDp+ZsG0HRwrXOzHDf0j5mGh7HAGy6utFRhoVm+4xIynqm0rjsVcfwxbLFQiwZKp/el+sx4qneRQKuBQKp/YxD50aUH7cr7nruEB/xKZUsEMhx7fXqQvPKHdcB4wq9kU269Rbxr47VjJcSayphUW5uN2Iib7xZW98nzmF84+ACtqE3uEqOcQ4AEmcLXk1m7zpmH3dx3UvlQmeiqxOXwQPaudQ4//NxTLall7SdICMK5KUz+fUr7GrWfc4DELAK9EQfp6ybrZ1wzJGA1WkifLkdfUGobE05/VW64g019n5thhW2areiAWcqL6/SzwWxzzqlspROE+u/1v3dEsKE6//FQQiKDb6YkA1XHSk0ZWWJ77FpA==";
const B2_MESSAGE =
  "<xml><ToUserName><![CDATA[gh_0123456789ab]]></ToUserName><FromUserName><![CDATA[oTESTopenid0000000000000001]]></FromUserName><CreateTime>1700000000</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[您好，居住证怎么办理？]]></Content><MsgId>24358000000000001</MsgId></xml>";
const B3 =
  "DpQeJfnf/MGZ/+GTIspwVKcWh1s1WnJcfFmAJmnU5M124JHe429l5ZIgC+5vuX+HEg+88GHuzdz0vTNYCrmiXQoPbHi3V8X0f6Li5itjd6yNX3C0phI7DVN4faHntkZ/8tBHdjxclDsRVbudWPGHKYTH7BUvWljzFuzC9CZ4Co2y4gzG98nwY+j/5ABwo/4PjCPY0kb7OQffvACySVt7zWxszsvtbEkmU4lFXme6+gbVIooHuEQttOG+cD6uK74raiJFy9Roqir9DBWJO5WVLD47b5xdSIzDsmBQUkKiD5Olllj2aM8NOcle3tfu48XAmPogc9MbmARKnC5c+59zBZBCUv047rX+CbwqhR2Hu/vbrTFwZxjbuSm2ZrdGCUP0";
const B3_MESSAGE =
  "<xml><ToUserName><![CDATA[oTESTopenid0000000000000001]]></ToUserName><FromUserName><![CDATA[gh_0123456789ab]]></FromUserName><CreateTime>1700000001</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[已收到]]></Content></xml>";
const B5 = "Q3stYC6hdFzMh9T8HCvyDHT/icyrCjzMxfqfDsTysMIfMeUaFkg5Jp0k0AHLZYh1tPVcmkydcsb4Z2V/F3KsSQ==";

describe("signatures", () => {
  test.each([
    ["A1", ["AAAAA", "1714036504", "1514711492"], "f464b24fc39322e44b38aa78f5edd27bd1441696"],
    ["A2", ["AAAAA", "1714037059", "486452656"], "899cf89e464efb63f54ddac96b0a0a235f53aa78"],
    ["A3", [OFFICIAL.token, "1714112445", "415670741", A3], "046e02f8204d34f8ba5fa3b1db94908f3df2e9b3"],
    ["B1", [OTHER.token, "1700000000", "1234567890"], "20c56ca6f0d4635126e1fee439bb5243d8376403"],
    ["B2", [OTHER.token, "1700000000", "1234567890", B2], "765bb19f37b25dbd29a9592f5dc562684bfc4bea"],
    ["B3", [OTHER.token, "1700000001", "987654321", B3], "471b46a4fb21405e00c70720782271807b2c7863"],
    ["B5", [OTHER.token, "1700000000", "1234567890", B5], "0c489c8356216617f8024ef78eb26a2987c1baed"],
  ])("vector %s", (_name, parts, signature) => {
    expect(sign(...parts)).toBe(signature);
    expect(isSignatureOf(signature, ...parts)).toBe(true);
    expect(isSignatureOf(signature.replace(/.$/, "x"), ...parts)).toBe(false);
    expect(isSignatureOf("", ...parts)).toBe(false);
  });
});

describe("encryption", () => {
  test("A3: the official push decrypts", () => {
    const { random, message, appId } = decrypt(OFFICIAL.key, A3);
    expect(random.toString()).toBe("a8eedb185eb2fecf");
    expect(Buffer.byteLength(message)).toBe(167);
    expect(JSON.parse(message)).toMatchObject({ Event: "debug_demo", debug_str: "hello world" });
    expect(appId).toBe(OFFICIAL.appId);
  });

  test("A4: the official reply encrypts byte for byte", () => {
    const random = Buffer.from("707722b803182950");
    const encrypted = encrypt(OFFICIAL.key, '{"demo_resp":"good luck"}', OFFICIAL.appId, random);
    expect(encrypted).toBe("ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtzve1L32tmxSQ==");
    expect(sign(OFFICIAL.token, "1713424427", "415670741", encrypted)).toBe("1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1");
  });

  test.each([
    ["B2", B2_MESSAGE, OTHER.appId, "0123456789abcdef", B2],
    ["B3", B3_MESSAGE, OTHER.appId, "fedcba9876543210", B3],
    [
      "B4, a full block of padding",
      "0123456789",
      "wg",
      "0123456789abcdef",
      "Q3stYC6hdFzMh9T8HCvyDG1++SCltn8kiL8FeFPPulVFHyxq6b4o0goQLSLJPptNOWUBGJcZ08TG1WKwa2PzFg==",
    ],
    ["B5", "5838497264813", OTHER.appId, "0123456789abcdef", B5],
  ])("vector %s, both ways", (_name, message, appId, random, encrypted) => {
    expect(encrypt(OTHER.key, message, appId, Buffer.from(random))).toBe(encrypted);
    expect(decrypt(OTHER.key, encrypted)).toMatchObject({ message, appId });
  });

  test("the key of a non-canonical ending decodes", () => {
    expect(decodeAesKey(OTHER.key).toString("hex")).toBe("69b71d79f8218a39259a7a29aabb2dbafc31cb3d35db7e39ebbf3d0010831051");
    expect(() => decodeAesKey("short")).toThrow();
  });

  test("two other libraries read what is written here, and the other way round, emoji included", () => {
    const message = "<xml><Content><![CDATA[水停了😭]]></Content></xml>";
    const crypt = new WechatCrypto(OTHER.token, OTHER.key, OTHER.appId);
    const encrypted = encrypt(OTHER.key, message, OTHER.appId);
    expect(wecom.decrypt(OTHER.key, encrypted)).toMatchObject({ message, id: OTHER.appId });
    expect(crypt.decrypt(encrypted)).toEqual({ message, id: OTHER.appId });
    const signed = sign(OTHER.token, "1", "2", encrypted);
    expect([wecom.getSignature(OTHER.token, "1", "2", encrypted), crypt.getSignature("1", "2", encrypted)]).toEqual([signed, signed]);
    const theirs = [wecom.encrypt(OTHER.key, message, OTHER.appId), crypt.encrypt(message)];
    expect(theirs.map((sealed) => decrypt(OTHER.key, sealed))).toMatchObject(theirs.map(() => ({ message, appId: OTHER.appId })));
  });

  test("a damaged package is refused", () => {
    expect(() => decrypt(OTHER.key, B2.slice(0, 40))).toThrow();
    expect(() => decrypt(OFFICIAL.key, B2)).toThrow();
  });
});
