import { inspectorate20232025 } from './inspectorate-2023-2025.ts'
import type { NormSet } from './norm-set.ts'
import { perDomain20232025 } from './per-domain-2023-2025.ts'

/** Every version of the norms that comes with this package, oldest first. A new one is a file beside this and a line here. */
export const knownNorms: readonly NormSet[] = [inspectorate20232025, perDomain20232025]
