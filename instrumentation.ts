/** Once, when a web process starts. Next also compiles this file for a runtime without Node, where it must be empty. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { startWeb } = await import("@/lib/web/start-web");
    await startWeb();
  }
}
