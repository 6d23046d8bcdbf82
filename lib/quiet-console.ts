import { log } from "./log";
import { reportDefect } from "./report-defect";

/** Whatever libraries print goes the way of our own lines: an error without its words, the first line of a text if it is harmless. */
export function quietConsole(): void {
  const say =
    (level: keyof typeof log) =>
    (...printed: unknown[]) => {
      const error = printed.find((one) => one instanceof Error);
      if (error) reportDefect("console", error);
      else
        log[level]("console", {
          said: printed
            .filter((one) => typeof one === "string")
            .join(" ")
            .split("\n")[0],
        });
    };
  Object.assign(console, { debug: say("debug"), log: say("info"), info: say("info"), warn: say("warn"), error: say("error") });
}
