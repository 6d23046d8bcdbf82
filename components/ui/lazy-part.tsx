"use client";

import { useTranslations } from "next-intl";
import { type ComponentType, createContext, lazy, use, useEffect, useEffectEvent, useState } from "react";
import { toast } from "./toast";

/**
 * A part of the screen whose code is loaded with its first use, as `lazy` does it. What does not come (the line is down, the desk
 * has another version by now) takes nothing else with it: what can be closed or left is, and says so; anything else offers
 * another try in its place.
 */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const trial = () =>
    lazy<ComponentType<Props>>(() =>
      load().then(
        (part) => ({ default: part }),
        () => ({ default: Missing }),
      ),
    );
  let current = trial();
  return function Part(props: Props) {
    const [Loaded, setLoaded] = useState(() => current);
    const renew = () => {
      current = trial();
    };
    return (
      <Failure value={{ renew, retry: () => setLoaded(() => current) }}>
        <Loaded {...props} />
      </Failure>
    );
  };
}

const Failure = createContext({ renew: () => {}, retry: () => {} });

function Missing({ onClose, onLeave = onClose }: { onClose?: () => void; onLeave?: () => void }) {
  const t = useTranslations("common");
  const { renew, retry } = use(Failure);
  const tell = useEffectEvent(() => {
    // Not before it is seen: React begins anew with a part that waits, and would load it again and again.
    renew();
    if (!onLeave) return;
    toast(t("partMissing"), { tone: "danger", about: "partMissing" });
    onLeave();
  });
  useEffect(() => tell(), []);
  if (onLeave) return null;
  return (
    <p role="alert" className="px-3 py-2 text-late text-sm">
      {t("partMissing")}{" "}
      <button type="button" onClick={retry} className="min-h-8 rounded-md px-1.5 font-semibold text-info hover:underline">
        {t("retry")}
      </button>
    </p>
  );
}
