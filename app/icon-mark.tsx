import Image from "next/image";

/** The mark of the desk, whose name stands beside it. */
export function IconMark({ size = 20 }: { size?: number }) {
  return <Image src="/icon.svg" alt="" width={size} height={size} className="shrink-0" unoptimized />;
}
