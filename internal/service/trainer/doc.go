// Package trainer trains an agent on courses, watches it on days that it does
// not learn from, keeps the parameters that did best there, and stops when it
// no longer gets better.
//
// It is not for scoring what came out: that is done on days that neither
// training nor validation saw.
package trainer
