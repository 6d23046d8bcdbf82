import { Kbd } from "@/components/ui/kbd";
import { capsOf } from "./keys";

/** A key with what is held down meanwhile, cap by cap. */
export function Keys({ keys }: { keys: string }) {
  return (
    <span className="inline-flex gap-1 whitespace-nowrap">
      {capsOf(keys).map((cap) => (
        <Kbd key={cap}>{cap}</Kbd>
      ))}
    </span>
  );
}
