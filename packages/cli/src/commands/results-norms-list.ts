import type { Command } from '../command.ts'
import { chooseNorms } from '../results/choose-norms.ts'

export const resultsNormsList: Command = {
  name: 'results norms list',
  usage: '[FILE.json…]',
  summary: 'Lists the norms that can be judged with: those that come along, and those in files.',
  run: async (args) => {
    const { knownNorms } = await import('@kantelpunt/school-results')
    const given = await chooseNorms(args)
    return 'kind' in given ? given : { kind: 'done', answer: { norms: [...knownNorms, ...given] } }
  },
}
