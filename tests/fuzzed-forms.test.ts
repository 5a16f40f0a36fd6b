import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { system } from '../app/platform/database/scope.ts'
import { findChainFault } from '../app/platform/journal/chain.ts'
import { entriesAfter } from '../app/platform/journal/journal-store.ts'
import type { Route } from '../app/platform/web/route.ts'
import { type Asked, openTwoTenants, type TwoTenants } from './two-tenants/index.ts'
import { isLetIn } from './two-tenants/oracle.ts'
import type { Visitor } from './two-tenants/visitors.ts'

// Every form of the house gets nonsense, by somebody who may send it: it is never a fault, a refusal has words and
// changes nothing, and whatever was written is in the journal with its chain whole.

const answers = [200, 303, 400, 401, 403, 404, 409, 410, 413, 415, 422]
const hostile = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\u202e\u0007\u001b[31m',
  '\ud800',
  '🏳️‍🌈'.repeat(40),
  'é'.normalize('NFD'),
  '<script>alert(1)</script>',
  `'; drop table goals; --`,
  '{{7*7}}',
  '../../etc/passwd',
  'x'.repeat(20_000),
  '\n'.repeat(500),
  '-1',
  '1e999',
  'NaN',
  '9007199254740993',
  '99999999999999999999',
  '2026-02-30',
  '0000-00-00',
  '275760-09-14',
  '00000000-0000-0000-0000-000000000000',
  'null',
  '[object Object]',
  '{"a":1}',
  'true',
] as const

describe('every form', () => {
  let house: TwoTenants
  let fields: readonly string[]
  let seenWrites = 0
  let sums: Readonly<Record<string, string>>
  beforeAll(async () => {
    house = await openTwoTenants()
    fields = await fieldNames()
    await settle()
  }, 60_000)
  afterAll(() => house?.close())

  const senderOf = (route: Route): Visitor | undefined =>
    [
      'leader here',
      'teacher here',
      'admin here',
      'coach here',
      'board here',
      'operator',
      'session guest here',
      'pupil guest here',
    ]
      .map((name) => house.visitors.find((visitor) => visitor.name === name))
      .find((visitor) => visitor !== undefined && isLetIn(route.access, visitor, 'here'))

  /** The names of fields in the forms of all pages, as their sender sees them, and some that no form has. */
  async function fieldNames(): Promise<readonly string[]> {
    const names = new Set(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'onbekend'])
    for (const route of house.routes.filter((each) => each.method === 'GET')) {
      const sender = senderOf(route)
      if (sender === undefined) continue
      const { text } = await house.ask(sender, { route, path: house.pathOf(route, 'here') })
      for (const [, name] of text.matchAll(/<(?:input|select|textarea|button)[^>]* name="([^"]+)"/g))
        names.add(name ?? '')
    }
    return [...names]
  }

  async function settle(): Promise<void> {
    await house.settle()
    sums = await house.contentSums()
    seenWrites = await house.writes()
  }

  const value = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...hostile) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
    { weight: 1, arbitrary: fc.constantFrom('1', '3', 'done', 'keep', '2026-12-01', 'Een gewoon antwoord', 'on') },
  )
  const pairs = () =>
    fc.array(fc.tuple(fc.constantFrom(...fields), fc.constantFrom('', '[]'), value), { maxLength: 12 })

  async function send(route: Route, body: BodyInit, headers: Record<string, string> = {}): Promise<string[]> {
    const sender = senderOf(route)
    if (sender === undefined) return []
    const path = house.pathOf(route, 'here')
    const before = sums
    const asked = await house.ask(sender, { route, path, body, headers })
    const writes = await house.writes()
    if (writes !== seenWrites) sums = await house.contentSums()
    seenWrites = writes
    const after = sums
    const wrong = complaintsAbout(asked).map(
      (complaint) => `${sender.name}: POST ${path} → ${asked.status} ${complaint}`,
    )
    const changed = Object.keys(after).filter((table) => after[table] !== before[table] && !ofTheRequest.has(table))
    if (asked.status >= 400 && changed.length > 0) wrong.push(`POST ${path} → ${asked.status} but wrote ${changed}`)
    if (changed.length > 0 && !changed.includes('journal') && !unjournalled.test(route.path)) {
      wrong.push(`POST ${path} wrote ${changed} and nothing in the journal`)
    }
    return wrong
  }

  it('with any fields and values at all', async () => {
    for (const route of postRoutes()) {
      await fc.assert(
        fc.asyncProperty(pairs(), async (all) => {
          const body = new URLSearchParams(all.map(([name, list, text]) => [`${name}${list}`, text]))
          expect(await send(route, body)).toEqual([])
        }),
        { numRuns: 8 },
      )
      await settle()
    }
    expect(house.faults).toEqual([])
  }, 300_000)

  it('with bodies that are broken, huge, or not a form', async () => {
    const form = 'application/x-www-form-urlencoded'
    const multipart = 'multipart/form-data; boundary=x'
    const part = (name: string, more: string, text: string) =>
      `--x\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${text}\r\n`
    const bodies: readonly (readonly [string, string])[] = [
      [form, ''],
      [form, '='.repeat(1000)],
      [form, '%'.repeat(1000)],
      [form, '%ED%A0%80=%ED%A0%80&%00=%00&a=%FF%FE'],
      [form, 'a=1&'.repeat(15_000)],
      [form, Array.from({ length: 100_000 }, (_, i) => `f${i}=`).join('&')],
      [multipart, '--x'],
      [multipart, `${part('a', '', 'b')}`],
      [multipart, `${part('a', '; filename="a\0.csv"', 'b;c\r\n1;2')}--x--\r\n`],
      [multipart, `${fields.map((name) => part(name, '; filename="a.txt"', 'b')).join('')}--x--\r\n`],
      ['multipart/form-data', part('a', '', 'b')],
      ['application/json', '{"__proto__":{"a":1}}'],
      ['application/json', '{'],
      ['text/plain', 'a=b'],
      ['', 'a=b'],
    ]
    for (const route of postRoutes()) {
      for (const [type, body] of bodies) expect(await send(route, body, { 'content-type': type })).toEqual([])
      await settle()
    }
    expect(house.faults).toEqual([])
  }, 300_000)

  it('at addresses with nonsense in them, and pages too', async () => {
    const nonsense = ['x', '%00', '%ff', '-1', '%F0%9F%98%80', 'a'.repeat(300), '00000000-0000-0000-0000-000000000000']
    const wrong: string[] = []
    for (const route of house.routes) {
      const sender = senderOf(route)
      if (sender === undefined) continue
      const path = house.pathOf(route, 'here')
      const segments = path.split('/')
      const parameters = route.path.split('/').flatMap((segment, i) => (segment.startsWith(':') ? [i] : []))
      const paths = [
        ...parameters.flatMap((i) => nonsense.map((text) => segments.with(i, text).join('/'))),
        ...nonsense.map(
          (text) => `${path}?q=${text}&page=${text}&after=${text}&view=${text}&to=${text}&date=${text}&token=${text}`,
        ),
      ]
      for (const each of paths) {
        const body = route.method === 'POST' ? { body: new URLSearchParams() } : {}
        const { status } = await house.ask(sender, { route, path: each, ...body })
        if (status >= 500) wrong.push(`${sender.name}: ${route.method} ${each} → ${status}`)
      }
      if (route.method === 'POST') await settle()
    }
    expect(wrong).toEqual([])
    expect(house.faults).toEqual([])
  }, 300_000)

  it('leaves every chain of the journal whole', async () => {
    const { rows } = await house.db.query('select organisation_id, stream from journal_streams where sequence > 0')
    const planted = Object.values(house.tenants).map((tenant) => tenant.canary)
    for (const { organisation_id, stream } of rows) {
      if (planted.includes(String(stream))) continue
      const entries = await house.db.run(system, (trx) =>
        entriesAfter(trx, String(organisation_id), String(stream), 0, 100_000),
      )
      const written = entries.filter((entry) => !planted.some((canary) => entry.action.includes(canary)))
      if (written.length === entries.length) expect(findChainFault(String(stream), entries)).toBeNull()
    }
    expect(rows.length).toBeGreaterThan(0)
  })

  function postRoutes(): readonly Route[] {
    return house.routes.filter((route) => route.method === 'POST' && route.demo !== true)
  }
})

/**
 * What a request writes whether or not it is granted: that it was done, where the stream stands, who is signed in, how
 * often a code was wrong.
 */
const ofTheRequest = new Set([
  'operations',
  'journal_streams',
  'sessions',
  'verifications',
  'presence',
  'live_processes',
  'two_factors',
])
/**
 * Writes that are of no organisation, or of nobody else: who is signed in, how, and in which language; and of visits to
 * lessons what is between two people, which must not be in the journal of their school.
 */
const unjournalled =
  /^\/(sign-|auth|second-step|account|display)|^\/s\/:organisation\/visits\/(:visit\/seen|scores|hours)(\/|$)/

function complaintsAbout({ status, text, reached }: Asked): string[] {
  const complaints: string[] = []
  if (!answers.includes(status)) complaints.push('is no answer')
  // A script of our own, such as that of passkeys, has the words itself and is told the reason.
  if (status >= 400 && !/<h1|"detail":"[^"]+|"reason":"[^"]+/.test(text)) complaints.push('has no words')
  if (!reached && status !== 413) complaints.push('did not reach the form')
  return complaints
}
