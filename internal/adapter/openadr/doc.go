// Package openadr is a virtual end node (VEN) of OpenADR 3: it reads a virtual top
// node's (VTN's) events over HTTP, as instructions for sites, and reports back what
// was taken (OpenADR 3.0.1, Definition and the OpenAPI document that goes with it).
// Prices and other events that tell nobody what to draw are left alone.
//
// It is not for deciding when an instruction is carried out.
package openadr
