package nn

import "crypto/sha256"

// Sealed is a file with a checksum that holds, so that fuzzing gets past it.
func Sealed(file []byte) []byte {
	if len(file) < sha256.Size {
		return file
	}
	body := file[:len(file)-sha256.Size]
	sum := sha256.Sum256(body)
	return append(append([]byte(nil), body...), sum[:]...)
}
