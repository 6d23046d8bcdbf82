"use client";

import { Area, AreaChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";

export type BacklogPoint = { label: string; open: number };

const INK = { fontSize: 12, fill: "var(--ink-3)" } as const;

/** How many questions were open at the end of each day. */
export function BacklogChart({ points, word }: { points: readonly BacklogPoint[]; word: string }) {
  return (
    <ResponsiveContainer width="100%" height={160} initialDimension={{ width: 540, height: 160 }}>
      <AreaChart data={[...points]} margin={{ top: 10, right: 18, bottom: 0, left: 0 }} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke="var(--line-2)" />
        <XAxis
          dataKey="label"
          tick={INK}
          tickLine={false}
          axisLine={{ stroke: "var(--line)" }}
          interval="preserveStartEnd"
          minTickGap={12}
        />
        <YAxis allowDecimals={false} tick={INK} tickLine={false} axisLine={false} width={48} />
        <Tooltip
          contentStyle={{
            background: "var(--panel)",
            border: "1px solid var(--line)",
            borderRadius: 8,
            color: "var(--ink)",
            fontSize: 13.5,
          }}
          itemStyle={{ color: "var(--ink)" }}
          isAnimationActive={false}
        />
        <Area
          dataKey="open"
          name={word}
          type="stepAfter"
          stroke="var(--info)"
          strokeWidth={2}
          fill="var(--sel-bar)"
          fillOpacity={0.18}
          isAnimationActive={false}
        />
      </AreaChart>
    </ResponsiveContainer>
  );
}
