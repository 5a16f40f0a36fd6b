import { CompiledQuery } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { joinCounter, leaveCounter } from '../../../platform/database/roles.ts'
import { organisationScope, type Scope, system } from '../../../platform/database/scope.ts'
import { onBothEngines } from '../../../platform/database/testing.ts'
import type { Day } from '../../../platform/text/days.ts'
import { seededRandom } from '../demo/random.ts'
import { migrations } from '../testing.ts'
import { type CountedBehaviour, countedBehaviour } from './behaviour-store.ts'
import { countBehaviour, halvesBefore } from './count-behaviour.ts'
import { forgetSeen } from './forget-seen.ts'
import { indicatorsOf } from './instrument.ts'
import { ownInstrument } from './own-instrument.ts'
import { addTeacher, makeSchool, scoredVisit, type TestPerson, type TestSchool } from './testing.ts'

// Long ago, but not so long that it is forgotten.
const half: Day = '2025-08-01'
const border: Day = '2026-02-15'
const indicators = [...indicatorsOf(ownInstrument).keys()]

onBothEngines('what is seen in lessons, for the school', migrations, (database) => {
  let school: TestSchool
  beforeEach(async () => {
    school = await makeSchool(database())
  })
  const ask = (scope: Scope, text: string, values: readonly unknown[] = []) =>
    database().run(scope, (trx) => trx.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text, [...values])))
  const agree = (userId: string) =>
    ask(
      organisationScope(school.id, userId),
      'insert into visit_consents values ($1, $2, now()) on conflict do nothing',
      [school.id, userId],
    )
  const teachers = async (number: number) => {
    const ids: string[] = []
    for (let i = 0; i < number; i++) ids.push(await addTeacher(database(), school))
    return ids
  }
  const scored = (receiverId: string, score: number, day: Day = '2025-11-10', on: readonly string[] = indicators) =>
    scoredVisit(database(), school, {
      receiverId,
      visitorId: school.people.visitor,
      at: new Date(`${day}T09:00:00Z`),
      scores: new Map(on.map((id) => [id, score])),
    })
  const told = () =>
    database().run(organisationScope(school.id, school.people.leader), (trx) =>
      countedBehaviour(trx, school.id, '2020-01-01', '2030-01-01'),
    )

  it('is a mean over teachers of their own mean, by domain, with the spread between them', async () => {
    const all = await teachers(5)
    for (const [i, id] of all.entries()) {
      await agree(id)
      await scored(id, i < 4 ? 2 : 4)
    }
    // Who was visited more does not weigh more.
    await scored(all[4] ?? '', 4, '2025-12-10')
    expect(await countBehaviour(database(), border)).toBeGreaterThan(0)
    const [counted, ...more] = await told()
    expect(more).toEqual([])
    const figure = { mean: 2.4, deviation: 0.8 }
    expect(counted).toMatchObject({ half, teachers: 5, all: figure })
    expect([...(counted?.domains ?? [])]).toEqual(
      expect.arrayContaining(ownInstrument.domains.map(({ id }) => [id, figure])),
    )
    expect(counted?.domains.size).toBe(ownInstrument.domains.length)
  })

  it('is of five teachers at least, who agreed and of whom every domain was seen', async () => {
    const all = await teachers(6)
    for (const id of all.slice(0, 5)) await agree(id)
    for (const id of all.slice(0, 4)) await scored(id, 3)
    const [first] = ownInstrument.domains
    await scored(all[4] ?? '', 1, '2025-11-10', first?.indicators.map(({ id }) => id) ?? [])
    await scored(all[5] ?? '', 4)
    await countBehaviour(database(), border)
    expect(await told()).toEqual([])
    // And what could not be told at the border is not told later: only then could somebody see who came in.
    for (const id of all) await agree(id)
    await scored(all[4] ?? '', 1)
    expect(await countBehaviour(database(), border)).toBe(0)
    expect(await told()).toEqual([])
  })

  it('waits until the half year has been over for two weeks, and stands from then on', async () => {
    const all = await teachers(5)
    for (const id of all) {
      await agree(id)
      await scored(id, 3, '2026-01-30')
    }
    await countBehaviour(database(), '2026-02-14')
    expect(await told()).toEqual([])
    await countBehaviour(database(), border)
    const before = await told()
    expect(before.map(({ teachers }) => teachers)).toEqual([5])
    await ask(organisationScope(school.id, all[0] ?? ''), 'delete from visit_consents where user_id = $1', [all[0]])
    for (const id of all.slice(1)) await scored(id, 1, '2026-01-31')
    await countBehaviour(database(), '2026-03-01')
    expect(await told()).toEqual(before)
  })

  it('goes when its date is past, with of whom it was', async () => {
    for (const id of await teachers(5)) {
      await agree(id)
      await scored(id, 3, '2020-11-10')
    }
    await countBehaviour(database(), '2021-03-01')
    expect((await told()).length).toBe(1)
    await forgetSeen(database())
    expect(await told()).toEqual([])
  })

  it('goes on with the same teachers where one more agrees, and is not told where one of them is gone', async () => {
    const [one, two] = [await teachers(5), await teachers(1)]
    for (const id of one) {
      await agree(id)
      for (const day of ['2024-09-10', '2025-03-10', '2025-09-10'] as const) {
        if (day !== '2025-09-10' || id !== one[0]) await scored(id, 2, day)
      }
    }
    await countBehaviour(database(), '2025-02-20')
    for (const id of two) {
      await agree(id)
      await scored(id, 4, '2025-03-11')
      await scored(id, 4, '2025-09-10')
    }
    await countBehaviour(database(), '2025-08-20')
    await countBehaviour(database(), '2026-02-20')
    const states = await told()
    expect(states.map(({ half: begins, teachers: of, all }) => [begins, of, all.mean])).toEqual([
      ['2024-08-01', 5, 2],
      ['2025-02-01', 5, 2],
    ])
  })

  it('tells nothing of one teacher, whichever two of what is told are taken from one another', async () => {
    const random = seededRandom(7)
    const all = await teachers(14)
    const agreed = new Set<string>()
    const days: readonly Day[] = ['2022-09-06', '2023-03-06', '2023-09-06', '2024-03-06', '2024-09-06', '2025-03-06']
    const sets: (readonly string[])[] = []
    for (const day of days) {
      for (const id of all) {
        const wants = random() < 0.75
        if (wants && !agreed.has(id)) await agree(id)
        if (!wants && agreed.has(id)) {
          await ask(organisationScope(school.id, id), 'delete from visit_consents where user_id = $1', [id])
        }
        if (wants) agreed.add(id)
        else agreed.delete(id)
        await scored(id, 1 + Math.floor(random() * 4), day)
      }
      const over = `${Number(day.slice(0, 4)) + (day.includes('-09-') ? 1 : 0)}-${day.includes('-09-') ? '02' : '08'}-20`
      await countBehaviour(database(), over)
      sets.push(await members(halvesBefore(over).at(-2) ?? ''))
    }
    const published = sets.filter((set) => set.length > 0)
    expect(published.length).toBeGreaterThan(1)
    for (const a of published) {
      for (const b of published) {
        const differing = a.filter((id) => !b.includes(id)).length + b.filter((id) => !a.includes(id)).length
        expect(differing === 0 || differing >= 5, `${differing}`).toBe(true)
        expect(a.length).toBeGreaterThanOrEqual(5)
      }
    }
  }, 120_000)

  /** Of whom a count is: as the role that counts, which nothing runs as. The login joins it for this transaction alone. */
  async function members(begins: Day): Promise<readonly string[]> {
    return database()
      .kysely.transaction()
      .execute(async (trx) => {
        await trx.executeQuery(CompiledQuery.raw(joinCounter()))
        await trx.executeQuery(CompiledQuery.raw('set local role kantelpunt_counter'))
        const { rows } = await trx.executeQuery<{ id: string }>(
          CompiledQuery.raw(
            'select teacher_id as id from visit_behaviour_teachers where organisation_id = $1 and half = $2',
            [school.id, begins],
          ),
        )
        await trx.executeQuery(CompiledQuery.raw('reset role'))
        await trx.executeQuery(CompiledQuery.raw(leaveCounter()))
        return rows.map(({ id }) => id)
      })
  }

  describe('at the database itself', () => {
    let before: readonly CountedBehaviour[]
    beforeEach(async () => {
      for (const id of await teachers(5)) {
        await agree(id)
        await scored(id, 3)
      }
      await countBehaviour(database(), border)
      before = await told()
      expect(before.length).toBe(1)
    })
    const refused = /permission denied|must be owner|must be able to SET ROLE|row-level security/
    const domains = `'{"a": ["meedoen"]}'`
    const calls = [
      `select visit_counted('%s', '2025-08-01', 'own', ${domains})`,
      'select * from visit_behaviour_teachers',
      `update visit_behaviour set teachers = 9`,
      `insert into visit_behaviour values ('%s', '2024-02-01', 5, '{}', '2030-01-01')`,
      `insert into visit_behaviour_teachers values ('%s', '2025-08-01', gen_random_uuid())`,
      `create policy open on visit_scores for select using (true)`,
    ]

    it.each(['leader', 'coach', 'admin', 'receiver', 'other'] as const)('is closed to the %s', async (who) => {
      if (who === 'admin') {
        await ask(system, `update memberships set role = 'admin' where user_id = $1`, [school.people.leader])
      }
      const scope = organisationScope(school.id, school.people[who === 'admin' ? 'leader' : (who satisfies TestPerson)])
      const count = `select visit_count_behaviour('%s', '2025-02-01', '2026-09-01', 'own', ${domains})`
      for (const text of [...calls, count, 'delete from visit_behaviour']) {
        await expect(ask(scope, text.replace('%s', school.id)), text).rejects.toThrow(refused)
      }
      expect(await told()).toEqual(before)
    })

    it('is closed to the system but for counting what was not counted', async () => {
      for (const text of calls) {
        await expect(ask(system, text.replace('%s', school.id)), text).rejects.toThrow(refused)
      }
      await ask(system, 'delete from visit_behaviour')
      const again = `select visit_count_behaviour($1, '2025-08-01', '2026-09-01', 'own', ${domains}) as told`
      expect((await ask(system, again, [school.id])).rows).toEqual([{ told: false }])
      expect(await told()).toEqual(before)
    })

    it('is not there for somebody of another school', async () => {
      const elsewhere = await makeSchool(database())
      const scope = organisationScope(elsewhere.id, elsewhere.people.leader)
      expect((await ask(scope, 'select * from visit_behaviour')).rows).toEqual([])
    })
  })
})
