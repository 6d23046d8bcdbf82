import { expect, test } from "vitest";
import { answerRecall } from "./answer-recall";

const letter = (id: string, text: string, matter: string, reply = `回复${matter}`) => ({ id, text, matter, reply });

test("counts letters that could have been suggested an answer, and those that were", () => {
  const recall = answerRecall([
    letter("1", "三号路停水了，什么时候来水", "water", "网友：您好！今晚八点来水。2026年11月22日"),
    letter("2", "人民路的路灯不亮", "lamp"),
    letter("3", "请问三号路停水什么时候来水", "water", "居民：您好！今晚八点来水。2026年11月23日"),
    letter("4", "公交卡丢了去哪里补办", "lamp"),
  ]);
  expect(recall).toEqual({
    answered: 4,
    ofSameMatter: { letters: 2, recall: 0.5 },
    ofSameWords: { letters: 2, recall: 0.5 },
  });
});
