// Package httpapi serves the API, the live stream and the dashboard over HTTP,
// and says who may do what.
//
// It is not for working anything out: core/report makes the views, the
// controller carries orders out, and this package declares the small interfaces
// through which it reaches them.
package httpapi
