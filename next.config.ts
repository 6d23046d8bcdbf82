import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";
import { DATA_POLICY } from "./lib/web/content-security-policy";

const port = process.env.PORT || "3000";
const address = process.env.JIDA_BASE_URL || `http://localhost:${port}`;

// next-auth takes the address of its own doors from here alone; the browser only ever gets paths.
process.env.NEXTAUTH_URL = address;

const everywhere = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=(), payment=(), usb=()" },
];

const config: NextConfig = {
  poweredByHeader: false,
  images: { unoptimized: true },
  serverExternalPackages: ["pg"],
  // `npm run check` asks the compiler; the build need not ask again.
  typescript: { ignoreBuildErrors: true },
  // In development Next would print what officers and residents write.
  logging: { serverFunctions: false },
  headers: async () => [
    { source: "/:path*", headers: everywhere },
    // The proxy, which gives everything else its policy, leaves WeChat's door and that for pictures alone.
    { source: "/api/wechat/:path*", headers: [{ key: "Content-Security-Policy", value: DATA_POLICY }] },
    { source: "/api/media", headers: [{ key: "Content-Security-Policy", value: DATA_POLICY }] },
  ],
  experimental: {
    // Kept in memory of whoever sends it, strangers too, before the proxy or a route sees it: a little more than the longest that is taken.
    proxyClientMaxBodySize: "3mb",
    // The longest text an officer sends has 10 KiB. A gateway that renames the host still passes our own address as origin.
    serverActions: { bodySizeLimit: "64kb", allowedOrigins: [new URL(address).host] },
  },
};

const withMessages = createNextIntlPlugin({
  requestConfig: "./lib/web/request-locale.ts",
  // Compiled when built, the sentences need no parser in the browser.
  experimental: { messages: { path: "./locales", format: "json", locales: "infer", precompile: true } },
});

export default withMessages(config);
