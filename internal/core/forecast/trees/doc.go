// Package trees fits gradient-boosted regression trees on histograms, for the
// mean or for any quantile.
//
// Source: Friedman 2001, "Greedy function approximation: a gradient boosting
// machine", algorithm 1 and section 4.4 (leaves of the absolute loss); Ke et al.
// 2017, "LightGBM", section 2.1 (histograms, best leaf first).
//
// It is not for classification and knows nothing of time; package boosted makes
// rows from days.
package trees
