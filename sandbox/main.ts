import { startSandbox } from "./server";
import { SettingError, settingsFromEnvironment } from "./settings";

try {
  const settings = settingsFromEnvironment(process.env);
  const sandbox = await startSandbox(settings);
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, async () => {
      await sandbox.close();
      process.exit(0);
    });
  }
  console.log(`sandbox ready on ${sandbox.url}`);
} catch (error) {
  console.error(lineFor(error));
  process.exit(1);
}

function lineFor(error: unknown): string {
  if (error instanceof SettingError) return error.message;
  if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") {
    return `SANDBOX_PORT ${process.env.SANDBOX_PORT ?? 3100} is taken by another program`;
  }
  return error instanceof Error ? error.message : String(error);
}
