"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";

type Props = { label: string; sureLabel: string; of?: string; onSure: () => Promise<void> };

/** A button for what nobody takes back: it asks once more, in its own place. */
export function SureButton({ label, sureLabel, of = "", onSure }: Props) {
  const [sure, setSure] = useState(false);
  const [busy, setBusy] = useState(false);

  async function press() {
    if (!sure) return setSure(true);
    setSure(false);
    setBusy(true);
    await onSure();
    setBusy(false);
  }

  const shown = sure ? sureLabel : label;
  return (
    <Button
      tone="danger"
      size="small"
      busy={busy}
      aria-label={`${shown} ${of}`.trim()}
      onBlur={() => setSure(false)}
      onClick={() => void press()}
    >
      {shown}
    </Button>
  );
}
