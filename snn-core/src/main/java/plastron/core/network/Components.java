package plastron.core.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import plastron.core.check.Require;

/**
 * The strongly connected components of a directed graph: populations that reach each other have to
 * go through time together, step by step; everything else can go through it one after another.
 *
 * @param members the nodes of each component, ascending; a component comes after all that lead into
 *     it
 * @param of the component that each node is in
 */
public record Components(List<List<Integer>> members, List<Integer> of) {

  /** An edge of the graph, between nodes counted from 0. */
  public record Edge(int from, int to) {}

  public Components {
    members = Require.all("Members of components", members).stream().map(List::copyOf).toList();
    of = Require.all("Components of nodes", of);
  }

  /** The components of a graph of so many nodes. */
  public static Components of(int nodes, List<Edge> edges) {
    for (Edge edge : Require.all("Edges", edges)) {
      if (Math.min(edge.from(), edge.to()) < 0 || Math.max(edge.from(), edge.to()) >= nodes) {
        throw new IllegalArgumentException(
            "Edge (%d to %d) must be between nodes from 0 to %d."
                .formatted(edge.from(), edge.to(), nodes - 1));
      }
    }
    return new Search(nodes, edges).components();
  }

  /** Whether two nodes are in the same component. */
  public boolean together(int a, int b) {
    return of.get(a).equals(of.get(b));
  }

  /** Tarjan 1972, without recursion, so that long chains need no deep stack. */
  private static final class Search {
    private static final int NONE = -1;

    private final List<List<Integer>> next;
    private final int[] index;
    private final int[] low;
    private final int[] at;
    private final Integer[] component;
    private final Deque<Integer> open = new ArrayDeque<>();
    private final List<List<Integer>> found = new ArrayList<>();
    private int count;

    Search(int nodes, List<Edge> edges) {
      next = new ArrayList<>();
      for (int n = 0; n < nodes; n++) {
        next.add(new ArrayList<>());
      }
      edges.forEach(e -> next.get(e.from()).add(e.to()));
      index = new int[nodes];
      Arrays.fill(index, NONE);
      low = new int[nodes];
      at = new int[nodes];
      component = new Integer[nodes];
      // Components are found after those they lead to; from the last node on, so that reversing
      // leaves unrelated ones in the order of their declaration.
      for (int n = nodes - 1; n >= 0; n--) {
        if (index[n] == NONE) {
          visit(n);
        }
      }
    }

    private void visit(int root) {
      Deque<Integer> path = new ArrayDeque<>();
      enter(root, path);
      while (!path.isEmpty()) {
        int n = path.getLast();
        if (at[n] < next.get(n).size()) {
          int to = next.get(n).get(at[n]++);
          if (index[to] == NONE) {
            enter(to, path);
          } else if (component[to] == null) {
            low[n] = Math.min(low[n], index[to]);
          }
        } else {
          path.removeLast();
          leave(n);
          if (!path.isEmpty()) {
            low[path.getLast()] = Math.min(low[path.getLast()], low[n]);
          }
        }
      }
    }

    private void enter(int n, Deque<Integer> path) {
      index[n] = count;
      low[n] = count++;
      path.addLast(n);
      open.addLast(n);
    }

    private void leave(int n) {
      if (low[n] == index[n]) {
        List<Integer> members = new ArrayList<>();
        int member;
        do {
          member = open.removeLast();
          members.add(member);
          component[member] = found.size();
        } while (member != n);
        Collections.sort(members);
        found.add(members);
      }
    }

    Components components() {
      int last = found.size() - 1;
      return new Components(found.reversed(), Arrays.stream(component).map(c -> last - c).toList());
    }
  }
}
