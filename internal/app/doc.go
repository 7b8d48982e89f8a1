// Package app is the commands: it reads the configuration, calls constructors
// in order, and stops what it started in reverse. It holds no rule and speaks
// no protocol.
package app
