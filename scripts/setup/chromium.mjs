import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { Halt } from "./halt.mjs";
import { say } from "./progress.mjs";
import { program } from "./root.mjs";
import { runQuietly } from "./run.mjs";

const USUAL_PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/**
 * A Chromium for the browser tests: the one in CHROMIUM_PATH, the system's, Playwright's; else one is installed, by
 * Playwright where its downloads can be reached, else as root from the distribution.
 * @returns {Promise<string>} path of the program
 */
export async function ensureChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named && !existsSync(named)) {
    throw new Halt(`CHROMIUM_PATH 指向的 ${named} 不存在`, `CHROMIUM_PATH names ${named}, which does not exist`);
  }
  const found = named || (await findChromium()) || (await install());
  ensureChineseFont();
  return found;
}

async function findChromium() {
  const { chromium } = await import("@playwright/test");
  return [...USUAL_PLACES, chromium.executablePath()].find((place) => existsSync(place));
}

async function install() {
  say("没有 Chromium，正在由 Playwright 下载", "no Chromium here, Playwright downloads one");
  await runQuietly([program("playwright"), "install", "chromium"], { chinese: "下载", english: "the download" }).catch(() => {});
  const downloaded = await findChromium();
  if (downloaded) return downloaded;

  if (process.getuid?.() === 0 && hasApt()) {
    say("正在用 apt-get 安装 chromium", "installing chromium with apt-get");
    aptInstall(["chromium", "fonts-noto-cjk"]);
  }
  const installed = await findChromium();
  if (installed) return installed;
  throw new Halt(
    "浏览器测试需要 Chromium：请安装后用 CHROMIUM_PATH 指明位置",
    "the browser tests need Chromium: install it and name its place in CHROMIUM_PATH",
  );
}

/** Without one, Chinese in the tests' pictures is empty boxes; the tests themselves pass. */
function ensureChineseFont() {
  if (hasChineseFont()) return;
  if (process.getuid?.() === 0 && hasApt()) {
    say("正在安装中文字体", "installing a Chinese font");
    aptInstall(["fonts-noto-cjk"]);
  }
  if (!hasChineseFont()) say("没有中文字体，截图中的汉字会显示为方框", "no Chinese font: pictures show boxes for Chinese");
}

function hasChineseFont() {
  const list = spawnSync("fc-list", [":lang=zh"], { encoding: "utf8" });
  return list.error === undefined && list.stdout.trim() !== "";
}

function hasApt() {
  return spawnSync("apt-get", ["--version"]).status === 0;
}

/** @param {string[]} names */
function aptInstall(names) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync("apt-get", ["update"], { env, stdio: "ignore" });
  spawnSync("apt-get", ["install", "-y", "--no-install-recommends", ...names], { env, stdio: "ignore" });
}
