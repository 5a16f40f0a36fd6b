import { loadSolver, type Solver } from '@kantelpunt/solver'
import { beforeAll, expect, test } from 'vitest'
import { auditTables } from '../audit/audit.ts'
import { usualRule } from '../protect/problem.ts'
import { protectTables } from '../protect/protect-tables.ts'
import { tableOf } from '../table/count-table.ts'
import { flatDimension } from '../table/dimension.ts'
import type { Certificate } from './certificate.ts'
import { certify } from './certify.ts'
import { verifyCertificate } from './verify.ts'

const dimensions = [flatDimension('school', ['a', 'b', 'c', 'd']), flatDimension('level', ['1', '2', '3'])]
const truth = tableOf(
  dimensions,
  ([a = 0, b = 0]) =>
    [
      [3, 20, 14],
      [25, 9, 2],
      [12, 30, 16],
      [8, 4, 21],
    ][a]?.[b] ?? 0,
)
let solver: Solver
let values: Float64Array
let certificate: Certificate

beforeAll(async () => {
  solver = await loadSolver()
  const answer = protectTables(solver, [truth], usualRule, { clock: () => performance.now(), timeLimit: 10_000 })
  if (!answer.ok) throw new Error(answer.reason)
  values = truth.values.map((value, cell) => (answer.suppressed[0]?.[cell] === 1 ? Number.NaN : value))
  certificate = await certificateOf(values)
})

async function certificateOf(published: Float64Array): Promise<Certificate> {
  const tables = [{ dimensions, values: published }]
  const audit = auditTables(solver, { tables, width: usualRule.width, intervals: 'enough' })
  if (!audit.ok) throw new Error(audit.reason)
  return certify(tables, audit, usualRule)
}

const verify = (given: Certificate, published = values, counts = true) =>
  verifyCertificate(given, [{ dimensions, values: published }], [], counts ? [truth.values] : undefined)

test('a certificate convinces who has the true counts, and who has not', async () => {
  const suppressed = values.filter(Number.isNaN).length
  expect(await verify(certificate)).toMatchObject({ ok: true, suppressed, unproven: [] })
  expect(await verify(certificate, values, false)).toMatchObject({ ok: true, suppressed })
  // It survives being written down.
  expect(await verify(JSON.parse(JSON.stringify(certificate)))).toMatchObject({ ok: true })
})

test('a certificate holds no true table: it was made without', () => {
  const hidden = [...truth.values].filter((_, cell) => Number.isNaN(values[cell]))
  expect(certificate.possibleTables.length).toBeGreaterThan(1)
  for (const possible of certificate.possibleTables) expect(possible).not.toEqual(hidden)
})

test('a certificate of another table, or one that was tampered with, convinces nobody', async () => {
  const shown = values.findIndex((value) => value > 5)
  const other = values.map((value, cell) => (cell === shown ? value + 1 : value))
  expect(await verify(certificate, other)).toEqual({ ok: false, reason: 'another-table' })
  const [first = [], ...rest] = certificate.possibleTables
  const changed = (by: (value: number, at: number) => number) => ({
    ...certificate,
    possibleTables: [first.map(by), ...rest],
  })
  expect(await verify(changed((value, at) => (at === 0 ? value + 1 : value)))).toMatchObject({
    reason: 'does-not-add-up',
  })
  expect(await verify(changed((value, at) => (at === 0 ? -1 : value)))).toMatchObject({ reason: 'too-low' })
  expect(await verify({ ...certificate, possibleTables: [first.slice(1)] })).toMatchObject({ reason: 'wrong-length' })
  expect(await verify({ ...certificate, minimalWidth: 1000 })).toMatchObject({ reason: 'claims-too-much' })
  expect(await verify({ ...certificate, minimalWidth: 0, possibleTables: [first] })).toMatchObject({
    reason: 'small-count',
  })
})

test('small counts that can be computed are found by who has the true counts', async () => {
  // Only the small counts themselves: each is alone in its row.
  const naive = truth.values.map((value) => (value >= 1 && value < 5 ? Number.NaN : value))
  expect(await verify(await certificateOf(naive), naive)).toMatchObject({ ok: false, reason: 'small-count' })
  const shown = values.map((value, cell) => (cell === 0 ? 3 : value))
  const given = await certificateOf(shown)
  expect(await verify(given, shown)).toMatchObject({ ok: false, reason: 'small-count', cell: 0 })
})

test('a certificate from which possible tables were taken away proves less, also to who has no true counts', async () => {
  const small = [...values.keys()].filter((cell) => Number.isNaN(values[cell]) && (truth.values[cell] ?? 0) < 5)
  expect(small.length).toBe(3)
  for (const possibleTables of [[], certificate.possibleTables.slice(0, 1)]) {
    const verdict = await verify({ ...certificate, minimalWidth: null, possibleTables }, values, false)
    if (!verdict.ok) throw new Error(verdict.reason)
    expect(verdict.proven).toBe(0)
    expect(verdict.unproven.map(({ cell }) => cell)).toEqual(expect.arrayContaining(small))
  }
})

test('a suppressed cell that one sum shows to be large need not be proven', async () => {
  // 40 = 30 + x + 0 in each row and column: x is 10, which is no small count.
  const [one, other] = [flatDimension('a', ['p', 'q']), flatDimension('b', ['r', 's'])]
  const table = tableOf([one, other], ([a = 0, b = 0]) => (a === b ? 30 : 10))
  const shown = table.values.map((value, cell) => (cell === 1 ? Number.NaN : value))
  const tables = [{ dimensions: [one, other], values: shown }]
  const audit = auditTables(solver, { tables, width: 5, intervals: 'all' })
  if (!audit.ok) throw new Error(audit.reason)
  const given = await certify(tables, audit, usualRule)
  expect(await verifyCertificate(given, tables)).toMatchObject({ ok: true, proven: 0, suppressed: 1, unproven: [] })
})

test('who asks for a stricter rule than the certificate is of hears that it is weaker', async () => {
  const asked = { threshold: 5, width: 5, zerosKnown: false }
  const check = (given: Certificate, rule = asked) =>
    verifyCertificate(given, [{ dimensions, values }], [], [truth.values], rule)
  expect(await check(certificate)).toMatchObject({ ok: true })
  for (const rule of [
    { threshold: 2, width: 5 },
    { threshold: 5, width: 1 },
  ])
    expect(await check({ ...certificate, rule })).toEqual({ ok: false, reason: 'weaker-rule' })
  expect(await check(certificate, { ...asked, zerosKnown: true })).toEqual({ ok: false, reason: 'weaker-rule' })
})

test('a small count that is published needs no true counts to be found', async () => {
  const shown = values.map((value, cell) => (cell === 0 ? 3 : value))
  expect(await verify(await certificateOf(shown), shown, false)).toMatchObject({
    ok: false,
    reason: 'small-count',
    cell: 0,
  })
})
