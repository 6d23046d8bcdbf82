import { type ChangeEvent, type CompositionEvent, useEffect, useRef, useState } from "react";

/**
 * The text of a field that is told to others: never while an input method composes, and then all at once. When others change it
 * (`text`), the field follows. A browser may report the change before or after the end of the composition; both are heard.
 */
export function useTyped(text: string, tell: (typed: string) => void) {
  const [typed, setTyped] = useState(text);
  const composing = useRef(false);
  const told = useRef(text);
  useEffect(() => {
    if (text === told.current) return;
    told.current = text;
    setTyped(text);
  }, [text]);

  function take(value: string) {
    setTyped(value);
    if (composing.current || value === told.current) return;
    told.current = value;
    tell(value);
  }
  const handlers = {
    onChange: ({ target }: ChangeEvent<HTMLInputElement>) => take(target.value),
    onCompositionStart: () => {
      composing.current = true;
    },
    onCompositionEnd: ({ currentTarget }: CompositionEvent<HTMLInputElement>) => {
      composing.current = false;
      take(currentTarget.value);
    },
  };
  return { typed, take, handlers };
}
