import { BenchBoard } from './board.tsx'

export const render = (): string => (<BenchBoard />).text
