// Package web carries the built dashboard in the binary. A build of the program
// without a build of the dashboard carries an empty folder, which the server
// answers with a page that says how to build it.
//
// It is not for serving: package httpapi does that.
package web

import (
	"embed"
	"io/fs"
)

//go:embed all:dist
var dist embed.FS

// Dist is the dashboard's files: index.html and assets.
func Dist() fs.FS {
	sub, err := fs.Sub(dist, "dist")
	if err != nil {
		panic("web: " + err.Error()) // the path is a constant and valid
	}
	return sub
}
