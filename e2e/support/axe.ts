import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

/** WCAG 2.2 A and AA, as far as a machine can tell: no violation on the page as it stands, or in one part of it. */
export async function expectAccessible(page: Page, state: string, part?: string): Promise<void> {
  // The desk has no frames: what gathers them, in a window of its own each time, takes longer than the looking.
  const axe = new AxeBuilder({ page }).withTags(LEVELS).setLegacyMode();
  const { violations } = await (part ? axe.include(part) : axe).analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.map(({ html, failureSummary }) => [html, failureSummary]),
  }));
  expect(found, state).toEqual([]);
}
