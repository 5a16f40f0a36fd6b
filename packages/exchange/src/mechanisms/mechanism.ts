/** Ways to choose exchanges: greatest weight, an order of priority, top trading cycles, block exchange. */
export type Mechanism = 'optimal' | 'priority' | 'ttc' | 'block'

/** How many places an exchange may go round. */
export type Longest = 2 | 3 | 'any'
