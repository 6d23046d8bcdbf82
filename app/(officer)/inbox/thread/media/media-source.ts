/** Where the browser asks for a file; the desk leads it on to an address that lasts some minutes. */
export function sourceOf(mediaId: string, part: "whole" | "thumbnail" = "whole"): string {
  return part === "whole" ? `/api/media/${mediaId}` : `/api/media/${mediaId}?part=${part}`;
}

/** How long something plays, as `1:05`. @param seconds may be unknown to a player, and then counts as none */
export function clockOf(seconds: number): string {
  const whole = Number.isFinite(seconds) ? Math.round(seconds) : 0;
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
