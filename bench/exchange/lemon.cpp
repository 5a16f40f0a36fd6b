// The peer: LEMON's MaxWeightedMatching. Reads graphs from standard input, `N M` and M rows `u v weight`, until it ends, and
// prints for each the weight of the best matching and the seconds that finding it took, without reading and building.
// Weights are 32 bits where the first argument is `int`, else 64.
#include <lemon/matching.h>
#include <lemon/smart_graph.h>

#include <chrono>
#include <cstdio>
#include <cstring>
#include <vector>

template <typename Weight>
void matchAll() {
  int n;
  long m;
  while (std::scanf("%d %ld", &n, &m) == 2) {
    lemon::SmartGraph graph;
    graph.reserveNode(n);
    graph.reserveEdge(m);
    std::vector<lemon::SmartGraph::Node> nodes;
    for (int v = 0; v < n; v++) nodes.push_back(graph.addNode());
    lemon::SmartGraph::EdgeMap<Weight> weights(graph);
    for (long k = 0; k < m; k++) {
      int u, v;
      long long weight;
      if (std::scanf("%d %d %lld", &u, &v, &weight) != 3) return;
      weights[graph.addEdge(nodes[u], nodes[v])] = static_cast<Weight>(weight);
    }
    const auto begin = std::chrono::steady_clock::now();
    lemon::MaxWeightedMatching<lemon::SmartGraph, lemon::SmartGraph::EdgeMap<Weight>> matching(graph, weights);
    matching.run();
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
    std::printf("%lld %.6f\n", static_cast<long long>(matching.matchingWeight()), seconds.count());
  }
}

int main(int count, char** arguments) {
  if (count > 1 && std::strcmp(arguments[1], "int") == 0)
    matchAll<int>();
  else
    matchAll<long long>();
}
