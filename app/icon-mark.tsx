/** The mark of the desk, whose name stands beside it. */
export function IconMark({ size = 20 }: { size?: number }) {
  return (
    <svg viewBox="0 0 64 64" width={size} height={size} aria-hidden="true" className="shrink-0">
      <rect width="64" height="64" rx="18" fill="#0072b2" />
      <path fill="#fff" d={CHARACTER} />
    </svg>
  );
}

/** 即, as in public/icon.svg. */
const CHARACTER =
  "M27.6 25.1V29.4H19.1V25.1ZM27.6 20.1H19.1V16.1H27.6ZM23.2 38 25.3 42 19.1 43.8V34.5H33.3V11H13.3V42.9C13.3 44.7 12.2 45.6 11.1 46.1C12 47.6 13 50.3 13.3 52C14.6 51 16.6 50.3 27.7 46.7C28.4 48.2 29 49.6 29.4 50.8L34.6 48C33.4 44.7 30.4 39.5 28.1 35.7ZM36 11.3V53H41.6V16.5H47.4V38.5C47.4 39.1 47.2 39.3 46.6 39.3C46 39.3 44.2 39.3 42.6 39.3C43.3 40.7 44 43.1 44.1 44.6C47.2 44.6 49.4 44.5 50.9 43.6C52.5 42.7 52.9 41.2 52.9 38.6V11.3Z";
