import { buildNextFolder } from "./next-folder";
import type { Variables } from "./servers";

/** Builds a Next application with one page that shows a word. Returns its folder. */
export function buildEmptyPage(env: Variables): Promise<string> {
  const layout = 'export default function Layout({ children }) {\n  return <html lang="en"><body>{children}</body></html>;\n}\n';
  const page = 'export const dynamic = "force-dynamic";\nexport default function Page() {\n  return <p>empty</p>;\n}\n';
  return buildNextFolder("bench-empty-page", { "app/layout.jsx": layout, "app/page.jsx": page }, env);
}
