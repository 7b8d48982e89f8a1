package app

import (
	"bytes"
	"strings"
	"testing"
)

func certificates(t *testing.T, data, rpc string, args ...string) (code int, out, errs string) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	code = Main(t.Context(), Process{
		Args: append(append([]string{"certificates"}, args...), "--data", data, "--rpc", rpc), Stdout: &stdout, Stderr: &stderr,
		Getenv: func(string) string { return "" },
	})
	return code, stdout.String(), stderr.String()
}

func TestCertificateCommandsTellWhatIsThereAndWhatIsRefused(t *testing.T) {
	data, rpc := tradingFloor(t)
	if code, out, errs := certificates(t, data, rpc, "list"); code != exitOK || !strings.Contains(out, "0 made, 0 kWh in force") {
		t.Errorf("%d %s%s", code, out, errs)
	}
	for _, c := range []struct {
		args []string
		code int
		with string
	}{
		{[]string{"buy", "--id", "1", "--usd", "5"}, exitFailure, "NotListed"},
		{[]string{"withdraw", "--as", "counterparty"}, exitFailure, "NothingToWithdraw"},
		{[]string{"offer", "--id", "1", "--usd", "-5"}, exitUsage, "--usd"},
		{[]string{"offer", "--id", "1", "--usd", "5", "--as", "nobody"}, exitUsage, "want operator or counterparty"},
		{[]string{"retire", "--id", "1", "--beneficiary", "0x1"}, exitUsage, "--beneficiary"},
	} {
		if code, out, errs := certificates(t, data, rpc, c.args...); code != c.code || !strings.Contains(errs, c.with) {
			t.Errorf("%v: %d %s%s, want %d with %q", c.args, code, out, errs, c.code, c.with)
		}
	}
}
