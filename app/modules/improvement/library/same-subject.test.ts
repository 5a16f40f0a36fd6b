import { expect, it } from 'vitest'
import { sameSubject } from './same-subject.ts'

it.each([
  ['Rekenen', 'Rekenen en wiskunde'],
  ['rekenen', 'Wiskunde'],
  ['Begrijpend lezen', 'Nederlands'],
  ['Taal', 'Nederlandse taal'],
  ['Aardrijkskunde', 'Mens en maatschappij'],
  ['Engels', 'Engelse taal'],
  ['Filosofie', 'filosofie'],
  ['', 'Nederlands'],
  ['Rekenen', ''],
])('%j and %j may be one subject', (one, other) => {
  expect(sameSubject(one, other)).toBe(true)
  expect(sameSubject(other, one)).toBe(true)
})

it.each([
  ['Rekenen', 'Nederlands'],
  ['Rekenen', 'Nederlandse taal'],
  ['Taal', 'Engelse taal'],
  ['Taal', 'Friese taal'],
  ['Gym', 'Rekenen en wiskunde'],
  ['Filosofie', 'Nederlands'],
])('%j and %j are two subjects', (one, other) => {
  expect(sameSubject(one, other)).toBe(false)
  expect(sameSubject(other, one)).toBe(false)
})
