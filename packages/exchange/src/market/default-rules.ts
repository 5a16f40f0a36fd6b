import type { MarketRules } from './market.ts'

/** The rules where nobody gives others. Who changes a number gives it another version. */
export const defaultRules: MarketRules = {
  version: '2026-1',
  levels: { expertise: 5, goal: 3 },
  brings: 50,
  learns: 50,
  near: { of: 20, none: 60 },
  leastFit: 1,
  journey: { kilometresPerHour: 45, detour: 1.3 },
  effort: {
    trio: 0,
    veto: 1,
    period: 1,
    radius: 0.1,
    tolerance: 1,
    'part-time': 2,
    subject: 4,
    sector: 4,
    qualification: 6,
  },
}
