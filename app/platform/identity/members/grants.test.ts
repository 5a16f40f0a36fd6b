import fc from 'fast-check'
import { expect, it } from 'vitest'
import { roles } from '../roles.ts'
import { grantable, keyRole, rolesAfter } from './grants.ts'

const kinds = ['platform', 'board', 'school', 'municipality', 'partner'] as const
const someRoles = fc.uniqueArray(fc.constantFrom(...roles))

it('lets a leader of a school give what a school has, and nothing above', () => {
  expect(grantable('school', ['leader'])).toEqual(['teacher', 'coach', 'leader'])
  expect(grantable('school', ['admin'])).toEqual(['teacher', 'coach', 'leader'])
  expect(grantable('school', ['teacher', 'coach', 'board'])).toEqual([])
  expect(grantable('board', ['leader', 'board'])).toEqual([])
  expect(grantable('board', ['admin'])).toEqual(['board', 'admin'])
  expect(grantable('platform', ['admin'])).toEqual(['admin'])
})

it('never gives admin but to an admin of a board or the platform, nor anything to who leads nowhere', () => {
  fc.assert(
    fc.property(fc.constantFrom(...kinds), someRoles, (kind, own) => {
      const may = grantable(kind, own)
      if (may.includes('admin')) expect(own.includes('admin') && (kind === 'board' || kind === 'platform')).toBe(true)
      if (!own.includes('leader') && !own.includes('admin')) expect(may).toEqual([])
    }),
  )
})

it('lets the holder of the key give the key on', () => {
  for (const kind of kinds) expect(grantable(kind, [keyRole(kind)])).toContain(keyRole(kind))
})

it('changes no role that may not be given', () => {
  fc.assert(
    fc.property(someRoles, someRoles, someRoles, (before, wanted, may) => {
      const after = rolesAfter(before, wanted, may)
      for (const role of roles) {
        expect(after.includes(role)).toBe(may.includes(role) ? wanted.includes(role) : before.includes(role))
      }
      expect(new Set(after).size).toBe(after.length)
    }),
  )
})
