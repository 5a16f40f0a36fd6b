import type { Solver } from '@kantelpunt/solver'
import type { Pool } from '../pool/pool.ts'
import type { SelectAnswer, SelectOptions } from './selection.ts'
import type { Shape } from './shape.ts'

export function legacySelection(_solver: Solver, _pool: Pool, _shape: Shape, _options: SelectOptions): SelectAnswer {
  return { ok: false, reason: 'no-time' }
}
