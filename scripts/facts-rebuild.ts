import { pool } from "@/lib/db";
import { rebuildFacts } from "@/lib/reports/follow";

// npm run facts:rebuild makes what reports count anew from the events, beside a running desk: each batch takes the place of what stood
// there in one transaction, so that no fact is ever half made. Where facts differed, what is summed of them follows at the end, month by month.
const TELL_EVERY = 1_000;

const began = performance.now();
let told = began;
const { done, differed } = await rebuildFacts(({ done, all, differed }) => {
  if (performance.now() - told < TELL_EVERY && done < all) return;
  told = performance.now();
  const percent = all === 0 ? 100 : Math.floor((done / all) * 100);
  console.error(`${percent}%  ${done} / ${all}  有出入 · differed ${differed}`);
});
const seconds = Math.round((performance.now() - began) / 100) / 10;
console.log(
  `已重算 ${done} 件来信，${differed} 行有出入，用时 ${seconds} 秒 · rebuilt ${done} questions, ${differed} rows differed, ${seconds} s`,
);
await pool.end();
