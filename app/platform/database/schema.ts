/**
 * Every table of the house. It starts empty; the room or module that owns a table adds it beside its queries:
 * `declare module '../database/schema.ts' { interface Schema { goals: GoalTable } }`.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the rooms through declaration merging.
export interface Schema {}
