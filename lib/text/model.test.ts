import { expect, test } from "vitest";
import { packModel } from "@/scripts/train/pack";
import { loadModel, readModel } from "./model";
import { askTheSame, readWith } from "./net";

test("a model comes back from its file as it went in, but for rounding", () => {
  const model = loadModel();
  const back = readModel(packModel(model));
  expect(back.pairs).toEqual(model.pairs);
  expect(back.groups).toEqual(model.groups);
  expect(back.limits).toEqual(model.limits);
  expect(back.background).toEqual(model.background);
  expect([...back.net.vocabulary]).toEqual([...model.net.vocabulary]);
  const opinion = ({ net }: typeof model) => askTheSame(net, readWith(net, "感冒了怎么治疗"), readWith(net, "感冒的治疗方法"));
  expect(opinion(back)).toBeCloseTo(opinion(model), 2);
});

test("the network holds one question asked in two ways for liker than two questions", () => {
  const { net } = loadModel();
  const opinion = (one: string, other: string) => askTheSame(net, readWith(net, one), readWith(net, other));
  expect(opinion("肺炎怎么治疗", "怎样治疗肺炎")).toBeGreaterThan(opinion("肺炎怎么治疗", "肺炎会传染吗"));
  expect(opinion("", "肺炎会传染吗")).toBe(0);
});
