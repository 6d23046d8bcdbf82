import type { ComponentProps } from "react";

export type ButtonTone = "primary" | "quiet" | "danger";
export type ButtonSize = "small" | "medium";

const TONES: Record<ButtonTone, string> = {
  primary: "bg-action text-white font-semibold enabled:hover:bg-action-2",
  quiet: "border border-line bg-panel text-ink-2 enabled:hover:bg-line-2 enabled:hover:text-ink",
  danger: "border border-danger/40 bg-panel text-danger font-semibold enabled:hover:bg-danger-bg",
};
const SIZES: Record<ButtonSize, string> = { small: "h-8 px-3 text-sm", medium: "h-9 px-4 text-base" };

/** The look of a button, also for a link that is one. */
export function buttonClass(tone: ButtonTone = "quiet", size: ButtonSize = "medium"): string {
  const shape = "inline-flex shrink-0 items-center justify-center gap-1.5 whitespace-nowrap rounded-lg transition-colors";
  return `${shape} disabled:cursor-default disabled:opacity-55 aria-disabled:pointer-events-none aria-disabled:opacity-55 ${TONES[tone]} ${SIZES[size]}`;
}

type Props = ComponentProps<"button"> & { tone?: ButtonTone; size?: ButtonSize; busy?: boolean };

/**
 * A button that submits nothing unless it says so. `primary` once a pane; targets are 32 px and more. `busy`: clicks do nothing
 * for now; unlike a disabled one it keeps the focus.
 */
export function Button({ tone = "quiet", size = "medium", type = "button", className = "", busy = false, onClick, ...rest }: Props) {
  const act = busy ? undefined : onClick;
  return (
    <button type={type} aria-disabled={busy || undefined} onClick={act} className={`${buttonClass(tone, size)} ${className}`} {...rest} />
  );
}
