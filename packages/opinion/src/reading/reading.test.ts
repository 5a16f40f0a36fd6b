import { describe, expect, it } from 'vitest'
import { opinionText, tellRefusal } from '../telling/text.ts'
import { readMembers } from './read-members.ts'
import { readStart } from './read-start.ts'
import { readStatements } from './read-statements.ts'
import { readVotes } from './read-votes.ts'
import type { ReadingRefusal } from './refusal.ts'

const rows = (text: string) => readVotes(bytes(`comment-id,voter-id,vote\n${text}`))

describe('votes', () => {
  it('are the same from rows, a matrix and JSON, recognised by content', () => {
    const asRows = rows('s2,a,1\ns1,a,-1\ns2,b,0\n')
    const asMatrix = readVotes(bytes('participant,group-id,n-votes,s1,s2\nb,0,1,,0\na,1,2,-1,1\n'))
    const asJson = readVotes(
      bytes(
        JSON.stringify([
          { participant_id: 'b', statement_id: 's2', vote: 0, modified: 1 },
          { participant_id: 'a', statement_id: 's1', vote: -1 },
          { participant_id: 'a', statement_id: 's2', vote: 1 },
        ]),
      ),
    )
    if (!asRows.ok || !asMatrix.ok || !asJson.ok) throw new Error('one of them is refused')
    expect(asMatrix.votes).toEqual(asRows.votes)
    expect(asJson.votes).toEqual(asRows.votes)
    expect([asRows.format, asMatrix.format, asJson.format]).toEqual(['votes-csv', 'matrix-csv', 'votes-json'])
  })

  it('count once, the last', () => {
    const file = rows('s,a,1\ns, a ,-1\ns,b,1\ns,a,0\n')
    expect(file).toMatchObject({ ok: true, replaced: 2, votes: { people: ['a', 'b'], values: Int8Array.from([0, 1]) } })
  })

  it('come in any encoding and with any separator', () => {
    const text = 'vote;voter-id;comment-id\r\n1;Zoë;"een; stelling"\r\n'
    const utf16 = Uint8Array.from([
      0xff,
      0xfe,
      ...[...text].flatMap((sign) => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8]),
    ])
    const latin = Uint8Array.from([...text].map((sign) => sign.charCodeAt(0)))
    for (const file of [bytes(text), bytes(`\ufeff${text}`), utf16, latin])
      expect(readVotes(file)).toMatchObject({ ok: true, votes: { people: ['Zoë'], statements: ['een; stelling'] } })
  })

  it('keep a script in a text a text, and odd ids ids', () => {
    const script = '<script>alert(1)</script>'
    const file = readVotes(bytes(`participant,"${script}",__proto__,constructor\n__proto__,1,-1,0\n`))
    expect(file).toMatchObject({
      ok: true,
      votes: { people: ['__proto__'], statements: [script, '__proto__', 'constructor'] },
    })
  })

  it.each<[string, string, ReadingRefusal['reason'], RegExp]>([
    ['nothing', '', 'empty', /empty/],
    ['a header alone', 'comment-id,voter-id,vote\n', 'no-votes', /no votes/],
    ['another table', 'name,age\nx,3\n', 'unknown-format', /comment-id/],
    ['a column too few', 'comment-id,vote\ns,1\n', 'missing-column', /voter-id/],
    ['a vote of 2', 'comment-id,voter-id,vote\ns,a,1\ns,b,2\n', 'bad-vote', /Line 3, column 3.*"2"/],
    ['a vote in words', 'comment-id,voter-id,vote\ns,a,agree\n', 'bad-vote', /"agree"/],
    ['a vote of NaN', 'comment-id,voter-id,vote\ns,a,NaN\n', 'bad-vote', /"NaN"/],
    ['a vote by nobody', 'comment-id,voter-id,vote\ns,a,1\ns, ,1\n', 'blank', /Line 3, column 2 \(voter-id\)/],
    ['a vote on nothing', 'comment-id,voter-id,vote\n,a,1\n', 'blank', /Line 2, column 1/],
    ['no vote', 'comment-id,voter-id,vote\ns,a,\n', 'blank', /Line 2, column 3/],
    ['two columns of votes', 'comment-id,voter-id,vote,vote\ns,a,1,-1\n', 'column-twice', /vote/],
    ['two columns of people', 'participant,participant,s\na,b,1\n', 'column-twice', /participant/],
    ['a row that was cut', 'comment-id,voter-id,vote\ns,a,1\ns,b', 'row-width', /Line 3.*cut/],
    ['a quote that never closes', 'comment-id,voter-id,vote\n"s,a,1\n', 'unclosed-quote', /Line 2/],
    ['a matrix with 7', 'participant,s\na,7\n', 'bad-vote', /Line 2, column 2 \("s"\).*"7"/],
    ['a matrix with nobody', 'participant,s\n,1\n', 'blank', /participant/],
    ['a matrix with a statement twice', 'participant,s,s\na,1,1\n', 'column-twice', /column 2 already/],
    ['an empty matrix', 'participant,s\na,\n', 'no-votes', /no votes/],
    ['JSON that was cut', '[{"participant_id": 1,', 'no-json', /cut/],
    ['JSON of something else', '{"a": 1}', 'bad-json', /list of votes/],
    ['JSON with a vote of 2', '[{"participant_id":1,"statement_id":1,"vote":2}]', 'bad-json', /\[0\]\.vote/],
    ['JSON by nobody', '[{"participant_id":null,"statement_id":1,"vote":1}]', 'bad-json', /participant_id/],
    ['JSON of numbers', '[1]', 'bad-json', /\[0\]/],
    ['a header with a script', '<script>,b\n1,2\n', 'unknown-format', /"<script>"/],
  ])('are refused from %s, saying where', (_what, text, reason, sentence) => {
    const file = readVotes(bytes(text))
    if (file.ok) throw new Error('it was read')
    expect(file.reason).toBe(reason)
    expect(tellRefusal(file, opinionText.en)).toMatch(sentence)
    expect(tellRefusal(file, opinionText.nl)).not.toBe(tellRefusal(file, opinionText.en))
  })
})

describe('what goes with votes', () => {
  const file = rows('1,a,1\n1,b,1\n1,3,1\n')
  if (!file.ok) throw new Error('these are votes')

  it('members: everybody voted, and is in one group', () => {
    const read = (value: unknown) => readMembers(bytes(JSON.stringify(value)), file.votes)
    expect(read({ 0: [3, 'a'], x: ['b', 'b'] })).toEqual({
      ok: true,
      groups: [
        { id: 0, members: [0, 1] },
        { id: 'x', members: [2] },
      ],
    })
    expect(read({ x: ['zoë', 'a'] })).toMatchObject({ reason: 'unknown-person', ids: ['zoë'] })
    expect(read({ x: ['a'], y: ['a'] })).toMatchObject({ reason: 'in-two-groups', id: 'a', groups: ['x', 'y'] })
    for (const wrong of [[], {}, { x: 'a' }, null, 3]) expect(read(wrong)).toMatchObject({ reason: 'bad-json' })
    expect(read({ x: [null] })).toMatchObject({ reason: 'bad-json', at: '.x[0]' })
  })

  it('statements: refused, or about the person', () => {
    const csv = readStatements(bytes('comment-id,moderated,comment-body\n1,-1,"a ""b"""\n2,1,c\n3,0,d\n'))
    const json = readStatements(
      bytes('[{"statement_id":1,"moderated":-1},{"statement_id":2,"is_meta":true},{"statement_id":3}]'),
    )
    if (!csv.ok || !json.ok) throw new Error('these are statements')
    expect([...csv.statements].flatMap(([id, { isLeftOut }]) => (isLeftOut ? [id] : []))).toEqual(['1'])
    expect([...json.statements].flatMap(([id, { isLeftOut }]) => (isLeftOut ? [id] : []))).toEqual(['1', '2'])
    expect(readStatements(bytes('comment-id,moderated\n1,yes\n'))).toMatchObject({ reason: 'bad-vote', line: 2 })
    expect(readStatements(bytes('a,b\n1,2\n'))).toMatchObject({ reason: 'missing-column' })
  })

  it('a start: centres with or without more', () => {
    const read = (value: unknown) => readStart(bytes(JSON.stringify(value)))
    expect(
      read([
        [1, 2],
        [3, 4],
      ]),
    ).toMatchObject({
      ok: true,
      start: {
        centers: [
          [1, 2],
          [3, 4],
        ],
        ids: [0, 1],
      },
    })
    expect(read({ groups: [{ id: 'x', center: [1, 2] }] })).toMatchObject({ start: { ids: ['x'] } })
    for (const wrong of [[], {}, [[1]], [[1, 'x']], { groups: [{}] }, [[null, 1]], 'x'])
      expect(read(wrong)).toMatchObject({ ok: false, reason: 'bad-json' })
  })
})

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
