import { expect, it } from 'vitest'
import { remembering } from './remembering.ts'

it('computes once what is asked again, and forgets the oldest', () => {
  const asked: string[] = []
  const shout = remembering(2, (text) => {
    asked.push(text)
    return `${text}!`
  })
  expect(['a', 'b', 'a', 'c', 'b', 'a'].map(shout)).toEqual(['a!', 'b!', 'a!', 'c!', 'b!', 'a!'])
  expect(asked).toEqual(['a', 'b', 'c', 'a'])
})
