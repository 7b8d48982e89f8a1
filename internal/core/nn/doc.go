// Package nn is small dense networks in float32: linear layers, each hidden
// one normalised and rectified, their gradients derived by hand, Adam, and the
// file that trained ones are kept in. Learning and forecasts use it.
//
// A network's parameters are one flat vector, so that averaging, masking and
// storing them need no knowledge of layers. Training takes the fastest kernels
// of the processor; [Net.Infer], which decisions are made with, gives the same
// bits on every processor. It is no framework: there is no graph and no
// automatic differentiation.
package nn
