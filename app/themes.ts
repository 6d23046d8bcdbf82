/** How the desk can look; `auto` follows the machine. */
export const THEMES = ["auto", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** The choice of a browser. The server writes it into the page, so that no page flashes in another one. */
export const THEME_COOKIE = "jida-theme";

/** The theme a cookie names, or the first one. */
export function themeOf(value: string | undefined): Theme {
  return THEMES.find((theme) => theme === value) ?? THEMES[0];
}
