import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { errorWords } from './error-words.ts'

describe('what is logged of an error', () => {
  it('is never what somebody typed, where the message quotes it as databases and parsers do', () => {
    const typed = fc.string({ minLength: 6 }).filter((text) => !text.includes('"') && text.trim().length >= 6)
    fc.assert(
      fc.property(typed, (secret) => {
        const error = Object.assign(new Error(`invalid input syntax for type uuid: "${secret}"`), {
          code: '22P02',
          detail: `Key (email)=(${secret}) already exists.`,
          parameters: [secret],
        })
        fc.pre(!JSON.stringify(errorWords(new Error('invalid input syntax for type uuid: ""'))).includes(secret))
        expect(JSON.stringify(errorWords(error))).not.toContain(JSON.stringify(secret).slice(1, -1))
      }),
    )
  })

  it.each([
    'No such person: jan.jansen@school.example',
    'Unexpected token J in JSON: "Jan Jansen en zo',
    '550 <jan.jansen@school.example> is not served',
  ])('leaves people out of %j', (message) => {
    expect(JSON.stringify(errorWords(new Error(message)))).not.toMatch(/jan/i)
  })

  it('names the kind, the code, the place and the causes', () => {
    const cause = Object.assign(new Error('it broke'), { code: 'ECONNRESET' })
    const words = errorWords(new TypeError('outer', { cause }))
    expect(words).toMatchObject({ name: 'TypeError', code: null, message: 'outer', cause: { code: 'ECONNRESET' } })
    expect(words.at[0]).toContain('error-words.test.ts')
  })

  it('does not repeat a message of several lines through the stack', () => {
    const error = new Error('first\nJan Jansen\n    at home')
    expect(JSON.stringify(errorWords(error).at)).not.toContain('Jan')
  })

  it('tells of a thrown value only what kind it is', () => {
    expect(errorWords('Jan Jansen')).toEqual({ name: 'string', code: null, message: '', at: [], cause: null })
  })
})
