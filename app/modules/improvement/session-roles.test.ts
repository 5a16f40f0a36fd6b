import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SessionRoles } from './session.ts'
import { fillRoles, proposeRoles } from './session-roles.ts'

const team = (size: number) => Array.from({ length: size }, (_, i) => `person-${i}`)
const holders = (roles: SessionRoles) => [roles.leaderId, roles.noteTakerId, roles.timekeeperId]

/** Holds so many sessions after each other with the proposed roles; newest first, as the rule wants its past. */
function hold(sessions: number, present: (session: number) => readonly string[]): readonly SessionRoles[] {
  let past: readonly SessionRoles[] = []
  for (let i = 0; i < sessions; i++) past = [proposeRoles(present(i), past), ...past]
  return past
}

describe('roles of a session', () => {
  it('go round a team of eight: after eight sessions everybody led once', () => {
    const past = hold(8, () => team(8))
    expect(past.map((roles) => roles.leaderId).toSorted()).toEqual(team(8))
  })

  it('start with the order of the team and go on with who had none', () => {
    const [first, second] = hold(2, () => team(6)).toReversed()
    expect(first && holders(first)).toEqual(['person-0', 'person-1', 'person-2'])
    expect(second && holders(second)).toEqual(['person-3', 'person-4', 'person-5'])
  })

  it('leave a role open when nobody is there', () => {
    expect(proposeRoles([], [])).toEqual({ leaderId: null, noteTakerId: null, timekeeperId: null })
  })

  it('keep what was chosen and fill only what is open', () => {
    const roles = { leaderId: 'person-3', noteTakerId: null, timekeeperId: 'person-0' }
    expect(fillRoles(roles, team(4), [])).toEqual({ ...roles, noteTakerId: 'person-1' })
  })

  it('are all of one person where there is one', () => {
    expect(holders(proposeRoles(['only'], []))).toEqual(['only', 'only', 'only'])
  })
})

const sizes = fc.integer({ min: 3, max: 12 })

describe('over any number of sessions', () => {
  it('nobody has two roles in one session, in a team of three or more', () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 40 }), (size, sessions) => {
        for (const roles of hold(sessions, () => team(size))) expect(new Set(holders(roles)).size).toBe(3)
      }),
    )
  })

  it('leading is divided evenly: nobody leads twice more often than another', () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 60 }), (size, sessions) => {
        const past = hold(sessions, () => team(size))
        const counts = team(size).map((person) => past.filter((roles) => roles.leaderId === person).length)
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('writing and keeping time come round to everybody, soon', () => {
    fc.assert(
      fc.property(sizes, (size) => {
        const past = hold(size * 6, () => team(size))
        for (const field of ['noteTakerId', 'timekeeperId'] as const) {
          const turns = team(size).map((person) => past.filter((roles) => roles[field] === person).length)
          expect(Math.min(...turns)).toBeGreaterThanOrEqual(3)
          expect(Math.max(...turns)).toBeLessThanOrEqual(9)
        }
      }),
    )
  })

  it('goes to somebody who is there, and the leader is whoever of them led longest ago', () => {
    const absences = fc.array(fc.subarray(team(8), { minLength: 1 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(absences, (weeks) => {
        const past = hold(weeks.length, (week) => weeks[week] ?? [])
        past.forEach((roles, i) => {
          const present = weeks[weeks.length - 1 - i] ?? []
          for (const holder of holders(roles)) expect(present).toContain(holder)
          const before = past.slice(i + 1).map((each) => each.leaderId)
          const since = (person: string | null) => (before.includes(person) ? before.indexOf(person) : 1000)
          for (const person of present) expect(since(roles.leaderId)).toBeGreaterThanOrEqual(since(person))
        })
      }),
    )
  })
})
