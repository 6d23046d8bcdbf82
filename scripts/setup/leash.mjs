// Loaded into every program that a command starts. Its fourth stream is a pipe from that command: when it closes, the
// command is gone, killed perhaps, and nobody is left to end this process.
import { Socket } from "node:net";

const LEASH = 3;

// Programs hand Node's options down to their own children, whose fourth stream is something else.
if (process.env.JIDA_LEASH_HOLDER === String(process.ppid)) {
  const pipe = new Socket({ fd: LEASH, readable: true, writable: false });
  pipe.on("error", () => {});
  pipe.on("close", () => {
    setTimeout(() => process.kill(-process.pid, "SIGKILL"), 2000);
    process.kill(process.pid, "SIGTERM");
  });
  pipe.resume();
  pipe.unref();
}
