// Code generated via abigen V2 - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package hashratefutures

import (
	"bytes"
	"errors"
	"math/big"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
)

// Reference imports to suppress errors if they are not otherwise used.
var (
	_ = bytes.Equal
	_ = errors.New
	_ = big.NewInt
	_ = common.Big1
	_ = types.BloomLookup
	_ = abi.ConvertType
)

// HashrateFuturesOrder is an auto generated low-level Go binding around an user-defined struct.
type HashrateFuturesOrder struct {
	Trader   common.Address
	Long     bool
	Price    *big.Int
	Qty      uint32
	Start    uint32
	End      uint32
	Deadline uint64
	Salt     *big.Int
}

// HashrateFuturesPosition is an auto generated low-level Go binding around an user-defined struct.
type HashrateFuturesPosition struct {
	Long        common.Address
	Qty         uint32
	Start       uint32
	End         uint32
	Short       common.Address
	LastEpoch   uint32
	Mark        *big.Int
	MarginLong  *big.Int
	MarginShort *big.Int
}

// HashrateFuturesRules is an auto generated low-level Go binding around an user-defined struct.
type HashrateFuturesRules struct {
	Feed           [32]byte
	InitialBps     uint16
	MaintenanceBps uint16
	KeeperBps      uint16
	DeviationBps   uint16
	CoverageBps    uint16
	MaxQty         uint32
	MaxEpochs      uint32
	EmergencyAfter uint64
}

// HashrateFuturesMetaData contains all meta data concerning the HashrateFutures contract.
var HashrateFuturesMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"admin\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"adminDelay\",\"type\":\"uint48\",\"internalType\":\"uint48\"},{\"name\":\"currency\",\"type\":\"address\",\"internalType\":\"contractIERC20\"},{\"name\":\"index\",\"type\":\"address\",\"internalType\":\"contractGridDataOracle\"},{\"name\":\"r\",\"type\":\"tuple\",\"internalType\":\"structHashrateFutures.Rules\",\"components\":[{\"name\":\"feed\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"initialBps\",\"type\":\"uint16\",\"internalType\":\"uint16\"},{\"name\":\"maintenanceBps\",\"type\":\"uint16\",\"internalType\":\"uint16\"},{\"name\":\"keeperBps\",\"type\":\"uint16\",\"internalType\":\"uint16\"},{\"name\":\"deviationBps\",\"type\":\"uint16\",\"internalType\":\"uint16\"},{\"name\":\"coverageBps\",\"type\":\"uint16\",\"internalType\":\"uint16\"},{\"name\":\"maxQty\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"maxEpochs\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"emergencyAfter\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"DEFAULT_ADMIN_ROLE\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"GATE_ROLE\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"ORDER_TYPEHASH\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"PAUSER_ROLE\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"acceptDefaultAdminTransfer\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"admit\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"yes\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"admitted\",\"inputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"beginDefaultAdminTransfer\",\"inputs\":[{\"name\":\"newAdmin\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"cancel\",\"inputs\":[{\"name\":\"order\",\"type\":\"tuple\",\"internalType\":\"structHashrateFutures.Order\",\"components\":[{\"name\":\"trader\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"long\",\"type\":\"bool\",\"internalType\":\"bool\"},{\"name\":\"price\",\"type\":\"uint128\",\"internalType\":\"uint128\"},{\"name\":\"qty\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"start\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"end\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"deadline\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"salt\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"cancelDefaultAdminTransfer\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"changeDefaultAdminDelay\",\"inputs\":[{\"name\":\"newDelay\",\"type\":\"uint48\",\"internalType\":\"uint48\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"count\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"coverageBps\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint16\",\"internalType\":\"uint16\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"defaultAdmin\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"defaultAdminDelay\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint48\",\"internalType\":\"uint48\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"defaultAdminDelayIncreaseWait\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint48\",\"internalType\":\"uint48\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"deposit\",\"inputs\":[{\"name\":\"amount\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"deviationBps\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint16\",\"internalType\":\"uint16\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"eip712Domain\",\"inputs\":[],\"outputs\":[{\"name\":\"fields\",\"type\":\"bytes1\",\"internalType\":\"bytes1\"},{\"name\":\"name\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"version\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"chainId\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"verifyingContract\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"salt\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"extensions\",\"type\":\"uint256[]\",\"internalType\":\"uint256[]\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"emergencyAfter\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"emergencyClose\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"feed\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"filled\",\"inputs\":[{\"name\":\"orderHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"qty\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"free\",\"inputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"getRoleAdmin\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"grantRole\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"hasRole\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"initialBps\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint16\",\"internalType\":\"uint16\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"keeperBps\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint16\",\"internalType\":\"uint16\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"maintenanceBps\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint16\",\"internalType\":\"uint16\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"mark\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"maxEpochs\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"maxQty\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"money\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractIERC20\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"open\",\"inputs\":[{\"name\":\"long\",\"type\":\"tuple\",\"internalType\":\"structHashrateFutures.Order\",\"components\":[{\"name\":\"trader\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"long\",\"type\":\"bool\",\"internalType\":\"bool\"},{\"name\":\"price\",\"type\":\"uint128\",\"internalType\":\"uint128\"},{\"name\":\"qty\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"start\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"end\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"deadline\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"salt\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"name\":\"longSignature\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"short\",\"type\":\"tuple\",\"internalType\":\"structHashrateFutures.Order\",\"components\":[{\"name\":\"trader\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"long\",\"type\":\"bool\",\"internalType\":\"bool\"},{\"name\":\"price\",\"type\":\"uint128\",\"internalType\":\"uint128\"},{\"name\":\"qty\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"start\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"end\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"deadline\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"salt\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"name\":\"shortSignature\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"qty\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"outputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"oracle\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractGridDataOracle\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"orderHash\",\"inputs\":[{\"name\":\"order\",\"type\":\"tuple\",\"internalType\":\"structHashrateFutures.Order\",\"components\":[{\"name\":\"trader\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"long\",\"type\":\"bool\",\"internalType\":\"bool\"},{\"name\":\"price\",\"type\":\"uint128\",\"internalType\":\"uint128\"},{\"name\":\"qty\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"start\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"end\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"deadline\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"salt\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"owner\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"pause\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"paused\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"pendingDefaultAdmin\",\"inputs\":[],\"outputs\":[{\"name\":\"newAdmin\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"schedule\",\"type\":\"uint48\",\"internalType\":\"uint48\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"pendingDefaultAdminDelay\",\"inputs\":[],\"outputs\":[{\"name\":\"newDelay\",\"type\":\"uint48\",\"internalType\":\"uint48\"},{\"name\":\"schedule\",\"type\":\"uint48\",\"internalType\":\"uint48\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"period\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"positionOf\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"tuple\",\"internalType\":\"structHashrateFutures.Position\",\"components\":[{\"name\":\"long\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"qty\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"start\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"end\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"short\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"lastEpoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"mark\",\"type\":\"uint128\",\"internalType\":\"uint128\"},{\"name\":\"marginLong\",\"type\":\"uint128\",\"internalType\":\"uint128\"},{\"name\":\"marginShort\",\"type\":\"uint128\",\"internalType\":\"uint128\"}]}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"renounceRole\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"revokeRole\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"rollbackDefaultAdminDelay\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"settle\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"supportsInterface\",\"inputs\":[{\"name\":\"interfaceId\",\"type\":\"bytes4\",\"internalType\":\"bytes4\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"topUp\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"amount\",\"type\":\"uint128\",\"internalType\":\"uint128\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"totalFree\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"totalLocked\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"unpause\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"withdraw\",\"inputs\":[{\"name\":\"amount\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"event\",\"name\":\"Admitted\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"admitted\",\"type\":\"bool\",\"indexed\":false,\"internalType\":\"bool\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Cancelled\",\"inputs\":[{\"name\":\"trader\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"orderHash\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Closed\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"price\",\"type\":\"uint128\",\"indexed\":false,\"internalType\":\"uint128\"},{\"name\":\"longPaid\",\"type\":\"uint128\",\"indexed\":false,\"internalType\":\"uint128\"},{\"name\":\"shortPaid\",\"type\":\"uint128\",\"indexed\":false,\"internalType\":\"uint128\"},{\"name\":\"keeperFee\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"DefaultAdminDelayChangeCanceled\",\"inputs\":[],\"anonymous\":false},{\"type\":\"event\",\"name\":\"DefaultAdminDelayChangeScheduled\",\"inputs\":[{\"name\":\"newDelay\",\"type\":\"uint48\",\"indexed\":false,\"internalType\":\"uint48\"},{\"name\":\"effectSchedule\",\"type\":\"uint48\",\"indexed\":false,\"internalType\":\"uint48\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"DefaultAdminTransferCanceled\",\"inputs\":[],\"anonymous\":false},{\"type\":\"event\",\"name\":\"DefaultAdminTransferScheduled\",\"inputs\":[{\"name\":\"newAdmin\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"acceptSchedule\",\"type\":\"uint48\",\"indexed\":false,\"internalType\":\"uint48\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Deposited\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"EIP712DomainChanged\",\"inputs\":[],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Marked\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"epoch\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"price\",\"type\":\"uint128\",\"indexed\":false,\"internalType\":\"uint128\"},{\"name\":\"toLong\",\"type\":\"int256\",\"indexed\":false,\"internalType\":\"int256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Opened\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"long\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"short\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"qty\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"price\",\"type\":\"uint128\",\"indexed\":false,\"internalType\":\"uint128\"},{\"name\":\"margin\",\"type\":\"uint128\",\"indexed\":false,\"internalType\":\"uint128\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Paused\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"RoleAdminChanged\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"previousAdminRole\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"newAdminRole\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"RoleGranted\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"account\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"sender\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"RoleRevoked\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"account\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"sender\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Shortfall\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"debtor\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"missing\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"ToppedUp\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"by\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint128\",\"indexed\":false,\"internalType\":\"uint128\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Unpaused\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Withdrawn\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"AccessControlBadConfirmation\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"AccessControlEnforcedDefaultAdminDelay\",\"inputs\":[{\"name\":\"schedule\",\"type\":\"uint48\",\"internalType\":\"uint48\"}]},{\"type\":\"error\",\"name\":\"AccessControlEnforcedDefaultAdminRules\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"AccessControlInvalidDefaultAdmin\",\"inputs\":[{\"name\":\"defaultAdmin\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"AccessControlUnauthorizedAccount\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"neededRole\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"BadPair\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"BadRules\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"BadWindow\",\"inputs\":[{\"name\":\"start\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"end\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"DeliveryOver\",\"inputs\":[{\"name\":\"end\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"EnforcedPause\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"ExpectedPause\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"FeeOnTransfer\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"InvalidShortString\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NoPosition\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"NotAParty\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"NotAdmitted\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"NotEnough\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"wanted\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"left\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"NotNewer\",\"inputs\":[{\"name\":\"lastEpoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"epoch\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"OrderExpired\",\"inputs\":[{\"name\":\"deadline\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"Overfilled\",\"inputs\":[{\"name\":\"orderHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"left\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"PriceOff\",\"inputs\":[{\"name\":\"price\",\"type\":\"uint128\",\"internalType\":\"uint128\"},{\"name\":\"index\",\"type\":\"uint128\",\"internalType\":\"uint128\"}]},{\"type\":\"error\",\"name\":\"ReentrancyGuardReentrantCall\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"SafeCastOverflowedUintDowncast\",\"inputs\":[{\"name\":\"bits\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"value\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"SafeCastOverflowedUintToInt\",\"inputs\":[{\"name\":\"value\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"SafeERC20FailedOperation\",\"inputs\":[{\"name\":\"token\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"StillSettles\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"StringTooLong\",\"inputs\":[{\"name\":\"str\",\"type\":\"string\",\"internalType\":\"string\"}]},{\"type\":\"error\",\"name\":\"TooEarly\",\"inputs\":[{\"name\":\"openAt\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"WrongSignature\",\"inputs\":[{\"name\":\"trader\",\"type\":\"address\",\"internalType\":\"address\"}]}]",
	ID:  "HashrateFutures",
	Bin: "0x6102e0604052348015610010575f5ffd5b506040516146cf3803806146cf83398101604081905261002f9161055c565b604080518082018252601881527f506f55572d44454d204861736872617465467574757265730000000000000000602080830191909152825180840190935260018352603160f81b908301529085876001600160a01b0381166100ac57604051636116401160e11b81525f60048201526024015b60405180910390fd5b600180546001600160d01b0316600160d01b65ffffffffffff8516021790556100d55f8261037e565b5050506100e7826103ed60201b60201c565b610120526100f4816103ed565b61014052815160208084019190912060e052815190820120610100524660a05261018060e05161010051604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201529081019290925260608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b60805250503060c052805160405163214f4d0760e21b81525f916001600160a01b0385169163853d341c916101bb9160040190815260200190565b60c060405180830381865afa1580156101d6573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906101fa919061068a565b505050505090505f826040015161ffff16836020015161ffff161180156102305750826060015161ffff16836040015161ffff16115b80156102465750612710836020015161ffff1611155b801561025c57506127108360a0015161ffff1611155b80156102785750826020015161ffff16836080015161ffff1611155b905063ffffffff8216158061028b575080155b8061029e575060c083015163ffffffff16155b806102b1575060e083015163ffffffff16155b806102c857506101008301516001600160401b0316155b156102e657604051630719325560e11b815260040160405180910390fd5b50815163ffffffff9182166101c0526101a0526001600160a01b0392831661018052919092166101605260208201516040830151606084015161ffff90811661022052908116610200529081166101e052608083015160a0840151821661026052166102405260c082015160e0830151610100909301516001600160401b03166102c0529181166102a0521661028052506107659050565b5f826103da575f6103976002546001600160a01b031690565b6001600160a01b0316146103be57604051631fe1e13d60e11b815260040160405180910390fd5b600280546001600160a01b0319166001600160a01b0384161790555b6103e4838361042a565b90505b92915050565b5f5f829050601f81511115610417578260405163305a27a960e01b81526004016100a3919061070a565b80516104228261073f565b179392505050565b5f828152602081815260408083206001600160a01b038516845290915281205460ff166104ca575f838152602081815260408083206001600160a01b03861684529091529020805460ff191660011790556104823390565b6001600160a01b0316826001600160a01b0316847f2f8788117e7eff1d82e926ec794901d17c78024a50270940304540a733656f0d60405160405180910390a45060016103e7565b505f6103e7565b6001600160a01b03811681146104e5575f5ffd5b50565b60405161012081016001600160401b038111828210171561051757634e487b7160e01b5f52604160045260245ffd5b60405290565b805161ffff8116811461052e575f5ffd5b919050565b805163ffffffff8116811461052e575f5ffd5b80516001600160401b038116811461052e575f5ffd5b5f5f5f5f5f8587036101a0811215610572575f5ffd5b865161057d816104d1565b602088015190965065ffffffffffff81168114610598575f5ffd5b60408801519095506105a9816104d1565b60608801519094506105ba816104d1565b9250610120607f19820112156105ce575f5ffd5b506105d76104e8565b608087015181526105ea60a0880161051d565b60208201526105fb60c0880161051d565b604082015261060c60e0880161051d565b606082015261061e610100880161051d565b6080820152610630610120880161051d565b60a08201526106426101408801610533565b60c08201526106546101608801610533565b60e08201526106666101808801610546565b610100820152809150509295509295909350565b805160ff8116811461052e575f5ffd5b5f5f5f5f5f5f60c0878903121561069f575f5ffd5b6106a887610533565b95506106b660208801610533565b94506106c46040880161051d565b93506106d26060880161067a565b92506106e06080880161067a565b60a08801519092506001600160801b03811681146106fc575f5ffd5b809150509295509295509295565b602081525f82518060208401528060208501604085015e5f604082850101526040601f19601f83011684010191505092915050565b8051602080830151919081101561075f575f198160200360031b1b821691505b50919050565b60805160a05160c05160e05161010051610120516101405161016051610180516101a0516101c0516101e05161020051610220516102405161026051610280516102a0516102c051613de46108eb5f395f818161068f0152610df201525f81816103c20152611b1201525f81816108640152611c9e01525f818161060d01528181610ed7015281816112d201526128d701525f81816107260152612f2d01525f81816108fb015261165801525f818161046501526115ec01525f81816107bb0152611dc301525f818161098b01528181610e1e01528181611abf015261299f01525f81816104ce01528181610e8e0152818161128901528181611437015281816128950152612e2001525f818161074d01528181610f09015281816113130152818161146c015281816129130152612e5201525f818161064701528181610c6e0152818161171f0152818161179f01526117e801525f6124fc01525f6124d101525f61318d01525f61316501525f6130c001525f6130ea01525f6131140152613de45ff3fe608060405234801561000f575f5ffd5b5060043610610332575f3560e01c806372741e18116101af578063b6b55f25116100fe578063d50ca4b41161009e578063df06136811610079578063df06136814610938578063e63ab1e91461095f578063ef78d4fd14610986578063f973a209146109ad575f5ffd5b8063d50ca4b4146108f6578063d547741f1461091d578063d602b9fd14610930575f5ffd5b8063cc8463c8116100d9578063cc8463c8146108a5578063cefc1429146108ad578063cf6eefb7146108b5578063d4eb49cd146108e3575f5ffd5b8063b6b55f251461084c578063c7a954801461085f578063c9b5bb1714610886575f5ffd5b80638bd066e31161016957806391d148541161014457806391d14854146107f8578063a1eda53c1461080b578063a217fddf14610832578063b69766c214610839575f5ffd5b80638bd066e3146107b65780638da5cb5b146107dd5780638df82800146107e5575f5ffd5b806372741e18146107215780637dc0d1d0146107485780638456cb591461076f57806384b0196e1461077757806384ef8ffc146107925780638b9b8974146107a3575f5ffd5b806336568abe1161028557806356891412116102255780635c975abb116102005780635c975abb146106dd578063634e93da146106e8578063649a5ec7146106fb578063713372771461070e575f5ffd5b8063568914121461068157806359a7631c1461068a5780635ae56968146106ca575f5ffd5b806346f960231161026057806346f96023146104f857806348ebfe9c146106085780634ae0ccdd1461062f5780634ddd108a14610642575f5ffd5b806336568abe146104b657806337a7b7d8146104c95780633f4ba83a146104f0575f5ffd5b80631f0912cb116102f05780632e1a7d4d116102cb5780632e1a7d4d1461044d5780632e673446146104605780632f2ff15d1461049a578063333e44e6146104ad575f5ffd5b80631f0912cb146103f9578063248a9ca31461040c578063288cdc911461042e575f5ffd5b806220d9391461033657806301ffc9a71461036d578063022d63fb1461038057806306661abd1461039c5780630aa6220b146103b35780630b21744e146103bd575b5f5ffd5b6103586103443660046136aa565b60096020525f908152604090205460ff1681565b60405190151581526020015b60405180910390f35b61035861037b3660046136c3565b6109d4565b620697805b60405165ffffffffffff9091168152602001610364565b6103a560085481565b604051908152602001610364565b6103bb6109fe565b005b6103e47f000000000000000000000000000000000000000000000000000000000000000081565b60405163ffffffff9091168152602001610364565b6103a5610407366004613762565b610a13565b6103a561041a36600461380d565b5f9081526020819052604090206001015490565b6103a561043c36600461380d565b600b6020525f908152604090205481565b6103bb61045b36600461380d565b610c1a565b6104877f000000000000000000000000000000000000000000000000000000000000000081565b60405161ffff9091168152602001610364565b6103bb6104a8366004613824565b610c9d565b6103a560065481565b6103bb6104c4366004613824565b610cc9565b6103a57f000000000000000000000000000000000000000000000000000000000000000081565b6103bb610d74565b6105fb61050636600461380d565b60408051610120810182525f80825260208201819052918101829052606081018290526080810182905260a0810182905260c0810182905260e08101829052610100810191909152505f908152600c602090815260409182902082516101208101845281546001600160a01b038082168352600160a01b80830463ffffffff90811696850196909652600160c01b8304861696840196909652600160e01b90910484166060830152600183015490811660808301529390930490911660a083015260028101546001600160801b0380821660c0850152600160801b909104811660e08401526003909101541661010082015290565b604051610364919061384e565b6104877f000000000000000000000000000000000000000000000000000000000000000081565b6103bb61063d36600461380d565b610d86565b6106697f000000000000000000000000000000000000000000000000000000000000000081565b6040516001600160a01b039091168152602001610364565b6103a560075481565b6106b17f000000000000000000000000000000000000000000000000000000000000000081565b60405167ffffffffffffffff9091168152602001610364565b6103a56106d836600461392d565b610fa6565b60035460ff16610358565b6103bb6106f63660046136aa565b610ff8565b6103bb610709366004613948565b61100b565b6103bb61071c366004613983565b61101e565b6104877f000000000000000000000000000000000000000000000000000000000000000081565b6106697f000000000000000000000000000000000000000000000000000000000000000081565b6103bb611151565b61077f611183565b60405161036497969594939291906139d2565b6002546001600160a01b0316610669565b6103bb6107b1366004613a77565b6111c5565b6104877f000000000000000000000000000000000000000000000000000000000000000081565b61066961124e565b6103bb6107f336600461380d565b611266565b610358610806366004613824565b61139c565b6108136113c4565b6040805165ffffffffffff938416815292909116602083015201610364565b6103a55f81565b6103bb61084736600461380d565b611416565b6103bb61085a36600461380d565b611690565b6103e47f000000000000000000000000000000000000000000000000000000000000000081565b6103a56108943660046136aa565b600a6020525f908152604090205481565b610385611879565b6103bb6118d7565b6108bd611916565b604080516001600160a01b03909316835265ffffffffffff909116602083015201610364565b6103bb6108f136600461392d565b611937565b6104877f000000000000000000000000000000000000000000000000000000000000000081565b6103bb61092b366004613824565b6119d8565b6103bb611a00565b6103a57f79aaa02ca9ee405c105f18ab3335a0dcabff839ebd075c93f39bce4cef295be481565b6103a57f65d7a28e3265b37a6474929f336521b332c1681b933f6cb9f3376673440d862a81565b6103e47f000000000000000000000000000000000000000000000000000000000000000081565b6103a57fa5119eb47167e8a45ee283f9cd4946bad08dd69cab0c8cd63ab9061d7fe14d2881565b5f6001600160e01b031982166318a4c3c360e11b14806109f857506109f882611a12565b92915050565b5f610a0881611a46565b610a10611a50565b50565b5f610a1c611a5c565b610a24611a80565b610a346040890160208a01613a9f565b1580610a4b5750610a4b6040860160208701613a9f565b80610a7f5750610a5e60208601866136aa565b6001600160a01b0316610a7460208a018a6136aa565b6001600160a01b0316145b80610a8e575063ffffffff8216155b15610aac576040516316d2b9ed60e11b815260040160405180910390fd5b610abc60a0860160808701613ab8565b63ffffffff16610ad260a08a0160808b01613ab8565b63ffffffff16141580610b0f5750610af060c0860160a08701613ab8565b63ffffffff16610b0660c08a0160a08b01613ab8565b63ffffffff1614155b80610b495750610b256060860160408701613ad3565b6001600160801b0316610b3e60608a0160408b01613ad3565b6001600160801b0316105b15610b67576040516316d2b9ed60e11b815260040160405180910390fd5b610b8f610b7a60a08a0160808b01613ab8565b610b8a60c08b0160a08c01613ab8565b611ab5565b610b9b88888885611b72565b610ba785858585611b72565b610c05888684610c006002610bc26060850160408601613ad3565b6001600160801b03168e6040016020810190610bde9190613ad3565b6001600160801b0316610bf19190613b00565b610bfb9190613b27565b611d47565b611d7e565b9050610c0f612006565b979650505050505050565b610c22611a80565b610c2c3382612030565b60405181815233907f7084f5476618d8e60b11ef0d7d3f06914655adb8793e28ff7f018d4c76d505d59060200160405180910390a2610c956001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001633836120c3565b610a10612006565b81610cbb57604051631fe1e13d60e11b815260040160405180910390fd5b610cc582826120fd565b5050565b81158015610ce457506002546001600160a01b038281169116145b15610d6a575f5f610cf3611916565b90925090506001600160a01b038216151580610d15575065ffffffffffff8116155b80610d2857504265ffffffffffff821610155b15610d55576040516319ca5ebb60e01b815265ffffffffffff821660048201526024015b60405180910390fd5b50506001805465ffffffffffff60a01b191690555b610cc58282612127565b5f610d7e81611a46565b610a1061215a565b610d8e611a80565b5f610d98826121ac565b80549091506001600160a01b03163314801590610dc2575060018101546001600160a01b03163314155b15610de35760405163200e39b360e21b815260048101839052602401610d4c565b80545f9067ffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001690610e4d9063ffffffff7f0000000000000000000000000000000000000000000000000000000000000000811691600160e01b900416613b46565b610e579190613b00565b905080421015610e7d57604051630a8d68c960e21b815260048101829052602401610d4c565b8154604051633cf4fe9760e11b81527f0000000000000000000000000000000000000000000000000000000000000000600482015263ffffffff600160c01b830481166024830152600160e01b90920490911660448201527f000000000000000000000000000000000000000000000000000000000000000061ffff1660648201526001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016906379e9fd2e90608401602060405180830381865afa925050508015610f6c575060408051601f3d908101601f19168201909252610f6991810190613b6e565b60015b610f8057610f7b83835f6121e9565b610f9c565b6040516340c1f5af60e01b815260048101859052602401610d4c565b5050610a10612006565b5f6109f87fa5119eb47167e8a45ee283f9cd4946bad08dd69cab0c8cd63ab9061d7fe14d2883604051602001610fdd929190613ba7565b60405160208183030381529060405280519060200120612380565b5f61100281611a46565b610cc5826123ac565b5f61101581611a46565b610cc58261241e565b5f611028836121ac565b80549091506001600160a01b0316330361108b57818160020160108282829054906101000a90046001600160801b03166110629190613c6f565b92506101000a8154816001600160801b0302191690836001600160801b031602179055506110da565b60018101546001600160a01b031633036110be576003810180548391905f906110629084906001600160801b0316613c6f565b60405163200e39b360e21b815260048101849052602401610d4c565b6110ed33836001600160801b0316612030565b816001600160801b031660075f8282546111079190613b00565b90915550506040516001600160801b0383168152339084907f284d40af6c9183883c05186394efb5500f3d2d1aa120b1ad2bd31dc9131a5e3b9060200160405180910390a3505050565b7f65d7a28e3265b37a6474929f336521b332c1681b933f6cb9f3376673440d862a61117b81611a46565b610a1061248d565b5f6060805f5f5f60606111946124ca565b61119c6124f5565b604080515f80825260208201909252600f60f81b9b939a50919850469750309650945092509050565b7f79aaa02ca9ee405c105f18ab3335a0dcabff839ebd075c93f39bce4cef295be46111ef81611a46565b6001600160a01b0383165f81815260096020908152604091829020805460ff191686151590811790915591519182527f1d1d38222c11e27b3dd3d0739557cfd2d0ce8911bc65058350de7d75f0a55124910160405180910390a2505050565b5f6112616002546001600160a01b031690565b905090565b61126e611a80565b5f611278826121ac565b8054604051633cf4fe9760e11b81527f0000000000000000000000000000000000000000000000000000000000000000600482015263ffffffff600160c01b830481166024830152600160e01b90920490911660448201527f000000000000000000000000000000000000000000000000000000000000000061ffff1660648201529091506113879083908390611382906001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016906379e9fd2e906084015b602060405180830381865afa158015611359573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061137d9190613b6e565b612520565b612538565b5061139382825f6121e9565b50610a10612006565b5f918252602082815260408084206001600160a01b0393909316845291905290205460ff1690565b6002545f90600160d01b900465ffffffffffff1680151580156113ef57504265ffffffffffff821610155b6113fa575f5f61140e565b600254600160a01b900465ffffffffffff16815b915091509091565b61141e611a80565b5f611428826121ac565b6040516361da143960e01b81527f000000000000000000000000000000000000000000000000000000000000000060048201529091505f9081906001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016906361da143990602401606060405180830381865afa1580156114b1573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906114d59190613c8e565b600186015492945092505063ffffffff600160a01b90910481169082161161152d5760018301546040516314be541360e01b8152600160a01b90910463ffffffff908116600483015282166024820152604401610d4c565b825463ffffffff600160e01b9091048116908216106115705782546040516320a67fb360e11b8152600160e01b90910463ffffffff166004820152602401610d4c565b5f61157c84848461281c565b90505f61158a868684612538565b60018601805463ffffffff60a01b1916600160a01b63ffffffff87811682029290921790925587549293505f926115e39286929082048116916115de91600160c01b8204811691600160e01b900416613cd5565b612998565b90505f611610827f0000000000000000000000000000000000000000000000000000000000000000612a0c565b9050828061163157506002870154600160801b90046001600160801b031681115b80611648575060038701546001600160801b031681115b1561168157611681888861167c857f0000000000000000000000000000000000000000000000000000000000000000612a0c565b612a26565b50505050505050610a10612006565b611698611a80565b335f908152600a6020526040812080548392906116b6908490613b00565b925050819055508060065f8282546116ce9190613b00565b909155505060405181815233907f2da466a7b24304f47e87fa2e1e5a81b9831ce54fec19055ce277ca2f39ba42c49060200160405180910390a26040516370a0823160e01b81523060048201525f907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316906370a0823190602401602060405180830381865afa15801561176c573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906117909190613cf1565b90506117c76001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016333085612b64565b6040516370a0823160e01b8152306004820152829082906001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016906370a0823190602401602060405180830381865afa15801561182d573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906118519190613cf1565b61185b9190613d08565b14611393576040516330f32a4f60e11b815260040160405180910390fd5b6002545f90600160d01b900465ffffffffffff1680151580156118a357504265ffffffffffff8216105b6118be57600154600160d01b900465ffffffffffff166118d1565b600254600160a01b900465ffffffffffff165b91505090565b5f6118e0611916565b509050336001600160a01b0382161461190e57604051636116401160e11b8152336004820152602401610d4c565b610a10612b9a565b6001546001600160a01b03811691600160a01b90910465ffffffffffff1690565b61194460208201826136aa565b6001600160a01b0316336001600160a01b03161461198d5761196960208201826136aa565b6040516220a52160e11b81526001600160a01b039091166004820152602401610d4c565b5f61199782610fa6565b5f818152600b60205260408082205f19905551919250829133917f5c073039c0ae8fe0c6f63e2a80f3839841104bb172da658d85947b94d2de2d0591a35050565b816119f657604051631fe1e13d60e11b815260040160405180910390fd5b610cc58282612c30565b5f611a0a81611a46565b610a10612c54565b5f6001600160e01b03198216637965db0b60e01b14806109f857506301ffc9a760e01b6001600160e01b03198316146109f8565b610a108133612c5e565b611a5a5f5f612c97565b565b60035460ff1615611a5a5760405163d93c066560e01b815260040160405180910390fd5b611a88612d56565b611a5a60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005b90612d96565b611ae563ffffffff7f00000000000000000000000000000000000000000000000000000000000000001642613b27565b8263ffffffff16111580611b0557508163ffffffff168163ffffffff1611155b80611b44575063ffffffff7f000000000000000000000000000000000000000000000000000000000000000016611b3c8383613cd5565b63ffffffff16115b15610cc55760405163e571556760e01b815263ffffffff808416600483015282166024820152604401610d4c565b60095f611b8260208701876136aa565b6001600160a01b0316815260208101919091526040015f205460ff16611bd457611baf60208501856136aa565b60405163f9eb745360e01b81526001600160a01b039091166004820152602401610d4c565b611be460e0850160c08601613d1b565b67ffffffffffffffff16421115611c2b57611c0560e0850160c08601613d1b565b604051635eae19a760e11b815267ffffffffffffffff9091166004820152602401610d4c565b5f611c3585610fa6565b5f818152600b6020526040812054919250611c566080880160608901613ab8565b63ffffffff16821015611c895781611c746080890160608a01613ab8565b63ffffffff16611c849190613d08565b611c8b565b5f5b9050808463ffffffff161180611ccc57507f000000000000000000000000000000000000000000000000000000000000000063ffffffff168463ffffffff16115b15611cf45760405163d4047aed60e01b81526004810184905260248101829052604401610d4c565b611d0c611d0460208901896136aa565b848888612d9d565b611d1d5761196960208801886136aa565b611d2d63ffffffff851683613b00565b5f938452600b602052604090932092909255505050505050565b5f6001600160801b03821115611d7a576040516306dfcc6560e41b81526080600482015260248101839052604401610d4c565b5090565b5f5f611d8983612e11565b90505f611de7610bfb611dc18688611da760a08d0160808e01613ab8565b611db760c08e0160a08f01613ab8565b6115de9190613cd5565b7f0000000000000000000000000000000000000000000000000000000000000000612a0c565b9050611e08611df960208901896136aa565b826001600160801b0316612030565b611e18611df960208801886136aa565b611e2c6001600160801b0382166002613b46565b60075f828254611e3c9190613b00565b9091555050600880545f90611e5090613d36565b91829055505f818152600c60209081526040909120919450611e74908901896136aa565b86611e8560a08b0160808c01613ab8565b611e9560c08c0160a08d01613ab8565b84546001600160a01b039094166001600160a01b031963ffffffff948516600160a01b02166001600160c01b0319938516600160c01b0263ffffffff60c01b1995909316600160e01b02949094166001600160c01b0390951694909417171617178155611f0560208801886136aa565b6001820180546001600160c01b031916600160a01b63ffffffff8716026001600160a01b031916176001600160a01b03929092169190911790556003810180546001600160801b0319166001600160801b03848116918217909255908616600160801b909102176002820155611f7e60208801886136aa565b6001600160a01b0316611f9460208a018a6136aa565b6001600160a01b0316857faae203b51b5bacc027880beb6cd057bed2c168b3369c3586bbb981d8aafedf66898987604051611ff39392919063ffffffff9390931683526001600160801b03918216602084015216604082015260600190565b60405180910390a4505050949350505050565b611a5a5f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f00611aaf565b6001600160a01b0382165f908152600a602052604090205480821115612082576040516352d826c560e01b81526001600160a01b03841660048201526024810183905260448101829052606401610d4c565b61208c8282613d08565b6001600160a01b0384165f908152600a6020526040812091909155600680548492906120b9908490613d08565b9091555050505050565b6120d08383836001612f8d565b6120f857604051635274afe760e01b81526001600160a01b0384166004820152602401610d4c565b505050565b5f8281526020819052604090206001015461211781611a46565b6121218383612fef565b50505050565b6001600160a01b03811633146121505760405163334bd91960e11b815260040160405180910390fd5b6120f88282613055565b612162613091565b6003805460ff191690557f5db9ee0a495bf2e6ff9c91a7834c1ba4fdd244a5e8aa4e537bd38aeae4b073aa335b6040516001600160a01b03909116815260200160405180910390a1565b5f818152600c6020526040902080546001600160a01b03166121e457604051633e21bae360e21b815260048101839052602401610d4c565b919050565b600382015460028301545f91612213916001600160801b0391821691600160801b90910416613b00565b600284015484546001600160a01b03165f908152600a602052604081208054939450600160801b9092046001600160801b031692612252908490613b00565b9091555050600383015460018401546001600160a01b03165f908152600a6020526040812080546001600160801b0390931692909190612293908490613b00565b909155506122a390508282613b00565b60075f8282546122b39190613d08565b909155506122c390508282613b00565b60065f8282546122d39190613b00565b909155505060028301546003840154604080516001600160801b038085168252600160801b9094048416602082015292909116908201526060810183905284907f23bad15cfda31bdbab209599fc801304de4c36a60d0ea8dc34ecbfbb3b30a2299060800160405180910390a25050505f908152600c602052604081208181556001810180546001600160c01b0319169055600281019190915560030180546001600160801b0319169055565b5f6109f861238c6130b4565b8360405161190160f01b8152600281019290925260228201526042902090565b5f6123b5611879565b6123be426131dd565b6123c89190613d4e565b90506123d4828261320f565b60405165ffffffffffff821681526001600160a01b038316907f3377dc44241e779dd06afab5b788a35ca5f3b778836e2990bdb26a2a4b2e5ed69060200160405180910390a25050565b5f6124288261328c565b612431426131dd565b61243b9190613d4e565b90506124478282612c97565b6040805165ffffffffffff8085168252831660208201527ff1038c18cf84a56e432fdbfaf746924b7ea511dfe03a6506a0ceba4888788d9b910160405180910390a15050565b612495611a5c565b6003805460ff191660011790557f62e78cea01bee320cd4e420270b5ea74000d11b0c9f74754ebdbfc544b05a25861218f3390565b60606112617f00000000000000000000000000000000000000000000000000000000000000006132d3565b60606112617f00000000000000000000000000000000000000000000000000000000000000006132d3565b5f5f82600f0b1261253157816109f8565b5f92915050565b60028201545f906001600160801b039081169083161015816125ba826125765760028601546125719086906001600160801b0316613d6c565b61258e565b600286015461258e906001600160801b031686613d6c565b865463ffffffff600160a01b82048116916115de91600160c01b8204811691600160e01b900416613cd5565b90505f6125fd82846125e0576002880154600160801b90046001600160801b03166125ef565b60038801546001600160801b03165b6001600160801b0316613310565b905081811093508315612675578261261f5785546001600160a01b031661262e565b60018601546001600160a01b03165b6001600160a01b0316877fc01035311f8f459b17a6f012abcdc5ad027cea084ca889a5dec73195eb9891c86126638486613d08565b60405190815260200160405180910390a35b5f61267f82611d47565b905083156126fb5760028701546126a7908290600160801b90046001600160801b0316613c6f565b60038801546126c09083906001600160801b0316613d6c565b6003890180546001600160801b0319166001600160801b039283161790556002890180548216600160801b939092169290920217905561276b565b600287015461271b908290600160801b90046001600160801b0316613d6c565b60038801546127349083906001600160801b0316613c6f565b6003890180546001600160801b0319166001600160801b039283161790556002890180548216600160801b93909216929092021790555b6002870180546001600160801b0319166001600160801b038816179055600187015488907fd16545a44193974fb3f7f4ce32ba2bce843f3942034dc8aa48c35eeca70d980b90600160a01b900463ffffffff1688876127db576127cd8661331f565b6127d690613d8b565b6127e4565b6127e48661331f565b6040805163ffffffff90941684526001600160801b0390921660208401529082015260600160405180910390a2505050509392505050565b82545f9063ffffffff600160c01b9091048116908316116128475761284083612520565b9050612991565b83545f9061286290600160c01b900463ffffffff1684613cd5565b855463ffffffff91821692505f91612884918691600160e01b90910416613cd5565b8654604051633cf4fe9760e11b81527f0000000000000000000000000000000000000000000000000000000000000000600482015263ffffffff600160c01b9092048216602482015286821660448201527f000000000000000000000000000000000000000000000000000000000000000061ffff166064820152911691505f90612942906001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016906379e9fd2e9060840161133e565b6001600160801b0316905061298b61295a8385613b00565b8361296489612520565b6001600160801b03166129779190613b46565b6129818685613b46565b610bf19190613b00565b93505050505b9392505050565b5f620151807f000000000000000000000000000000000000000000000000000000000000000063ffffffff168363ffffffff168563ffffffff16876001600160801b03166129e69190613b46565b6129f09190613b46565b6129fa9190613b46565b612a049190613b27565b949350505050565b5f612991612a1e61ffff841685613b46565b61271061334b565b600382015460028301546001600160801b03918216600160801b909104909116105f612a81610bfb8484612a675760038701546001600160801b03166125ef565b6002870154600160801b90046001600160801b0316613310565b90508115612ad857808460020160108282829054906101000a90046001600160801b0316612aaf9190613d6c565b92506101000a8154816001600160801b0302191690836001600160801b03160217905550612b1c565b6003840180548291905f90612af79084906001600160801b0316613d6c565b92506101000a8154816001600160801b0302191690836001600160801b031602179055505b335f908152600a6020526040812080546001600160801b0384169290612b43908490613b00565b90915550612b5d905085856001600160801b0384166121e9565b5050505050565b612b7284848484600161337e565b61212157604051635274afe760e01b81526001600160a01b0385166004820152602401610d4c565b5f5f612ba4611916565b91509150612bb98165ffffffffffff16151590565b1580612bcd57504265ffffffffffff821610155b15612bf5576040516319ca5ebb60e01b815265ffffffffffff82166004820152602401610d4c565b612c105f612c0b6002546001600160a01b031690565b613055565b50612c1b5f83612fef565b5050600180546001600160d01b031916905550565b5f82815260208190526040902060010154612c4a81611a46565b6121218383613055565b611a5a5f5f61320f565b612c68828261139c565b610cc55760405163e2517d3f60e01b81526001600160a01b038216600482015260248101839052604401610d4c565b600254600160d01b900465ffffffffffff168015612d19574265ffffffffffff82161015612cf057600254600180546001600160d01b0316600160a01b90920465ffffffffffff16600160d01b02919091179055612d19565b6040517f2b1fa2edafe6f7b9e97c1a9e0c3660e645beb2dcaa2d45bdbf9beaf5472e1ec5905f90a15b50600280546001600160a01b0316600160a01b65ffffffffffff948516026001600160d01b031617600160d01b9290931691909102919091179055565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c15611a5a57604051633ee5aeb560e01b815260040160405180910390fd5b80825d5050565b5f846001600160a01b03163b5f03612dfc575f5f612dbc8686866133eb565b5090925090505f816003811115612dd557612dd5613da5565b148015612df35750866001600160a01b0316826001600160a01b0316145b92505050612a04565b612e0885858585613432565b95945050505050565b6040516361da143960e01b81527f000000000000000000000000000000000000000000000000000000000000000060048201525f9081906001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016906361da143990602401606060405180830381865afa158015612e97573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190612ebb9190613c8e565b93509091505f9050612ecc82612520565b90505f816001600160801b0316856001600160801b031611612ef757612ef28583613d6c565b612f01565b612f018286613d6c565b6001600160801b03169050846001600160801b03165f1480612f545750612f51826001600160801b03167f0000000000000000000000000000000000000000000000000000000000000000612a0c565b81115b15612f85576040516339cde16360e01b81526001600160801b03808716600483015283166024820152604401610d4c565b505050919050565b60405163a9059cbb60e01b5f8181526001600160a01b038616600452602485905291602083604481808b5af1925060015f51148316612fe3578383151615612fd7573d5f823e3d81fd5b5f873b113d1516831692505b60405250949350505050565b5f8261304b575f6130086002546001600160a01b031690565b6001600160a01b03161461302f57604051631fe1e13d60e11b815260040160405180910390fd5b600280546001600160a01b0319166001600160a01b0384161790555b612991838361349c565b5f8215801561307157506002546001600160a01b038381169116145b1561308757600280546001600160a01b03191690555b612991838361352b565b60035460ff16611a5a57604051638dfc202b60e01b815260040160405180910390fd5b5f306001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001614801561310c57507f000000000000000000000000000000000000000000000000000000000000000046145b1561313657507f000000000000000000000000000000000000000000000000000000000000000090565b611261604080517f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f60208201527f0000000000000000000000000000000000000000000000000000000000000000918101919091527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a08201525f9060c00160405160208183030381529060405280519060200120905090565b5f65ffffffffffff821115611d7a576040516306dfcc6560e41b81526030600482015260248101839052604401610d4c565b5f613218611916565b6001805465ffffffffffff8616600160a01b026001600160d01b03199091166001600160a01b03881617179055915061325a90508165ffffffffffff16151590565b156120f8576040517f8886ebfc4259abdbc16601dd8fb5678e54878f47b3c34836cfc51154a9605109905f90a1505050565b5f5f613296611879565b90508065ffffffffffff168365ffffffffffff16116132be576132b98382613db9565b612991565b61299165ffffffffffff841662069780613310565b60605f6132df83613594565b6040805160208082528183019092529192505f91906020820181803683375050509182525060208101929092525090565b5f828218828410028218612991565b5f6001600160ff1b03821115611d7a5760405163123baf0360e11b815260048101839052602401610d4c565b5f815f0361335d5761335d60126135bb565b81600184038161336f5761336f613b13565b04600101831515029392505050565b6040516323b872dd60e01b5f8181526001600160a01b038781166004528616602452604485905291602083606481808c5af1925060015f511483166133da5783831516156133ce573d5f823e3d81fd5b5f883b113d1516831692505b604052505f60605295945050505050565b5f8080604184900361341f578435602086013560408701355f1a613411898285856135cc565b955095509550505050613429565b505f915060029050825b93509350939050565b60408051630b135d3f60e11b808252600482018690526024820192909252604481018390525f91908390818660648301375f82606483010152601f820160051c60051b915060205f60648401838b5afa9050825f5114601f3d111681169350505050949350505050565b5f6134a7838361139c565b613524575f838152602081815260408083206001600160a01b03861684529091529020805460ff191660011790556134dc3390565b6001600160a01b0316826001600160a01b0316847f2f8788117e7eff1d82e926ec794901d17c78024a50270940304540a733656f0d60405160405180910390a45060016109f8565b505f6109f8565b5f613536838361139c565b15613524575f838152602081815260408083206001600160a01b0386168085529252808320805460ff1916905551339286917ff6391f5c32d9c69d2a47ea670b442974b53935d1edc7fd64eb21e047a839171b9190a45060016109f8565b5f60ff8216601f8111156109f857604051632cd44ac360e21b815260040160405180910390fd5b634e487b715f52806020526024601cfd5b5f80807f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a084111561360557505f9150600390508261368a565b604080515f808252602082018084528a905260ff891692820192909252606081018790526080810186905260019060a0016020604051602081039080840390855afa158015613656573d5f5f3e3d5ffd5b5050604051601f1901519150506001600160a01b03811661368157505f92506001915082905061368a565b92505f91508190505b9450945094915050565b80356001600160a01b03811681146121e4575f5ffd5b5f602082840312156136ba575f5ffd5b61299182613694565b5f602082840312156136d3575f5ffd5b81356001600160e01b031981168114612991575f5ffd5b5f61010082840312156136fb575f5ffd5b50919050565b5f5f83601f840112613711575f5ffd5b50813567ffffffffffffffff811115613728575f5ffd5b60208301915083602082850101111561373f575f5ffd5b9250929050565b63ffffffff81168114610a10575f5ffd5b80356121e481613746565b5f5f5f5f5f5f5f610260888a031215613779575f5ffd5b61378389896136ea565b965061010088013567ffffffffffffffff81111561379f575f5ffd5b6137ab8a828b01613701565b90975095506137c09050896101208a016136ea565b935061022088013567ffffffffffffffff8111156137dc575f5ffd5b6137e88a828b01613701565b9094509250506102408801356137fd81613746565b8091505092959891949750929550565b5f6020828403121561381d575f5ffd5b5035919050565b5f5f60408385031215613835575f5ffd5b8235915061384560208401613694565b90509250929050565b81516001600160a01b0316815260208083015163ffffffff16908201526040808301516101208301916138889084018263ffffffff169052565b5060608301516138a0606084018263ffffffff169052565b5060808301516138bb60808401826001600160a01b03169052565b5060a08301516138d360a084018263ffffffff169052565b5060c08301516138ee60c08401826001600160801b03169052565b5060e083015161390960e08401826001600160801b03169052565b506101008301516139266101008401826001600160801b03169052565b5092915050565b5f610100828403121561393e575f5ffd5b61299183836136ea565b5f60208284031215613958575f5ffd5b813565ffffffffffff81168114612991575f5ffd5b80356001600160801b03811681146121e4575f5ffd5b5f5f60408385031215613994575f5ffd5b823591506138456020840161396d565b5f81518084528060208401602086015e5f602082860101526020601f19601f83011685010191505092915050565b60ff60f81b8816815260e060208201525f6139f060e08301896139a4565b8281036040840152613a0281896139a4565b606084018890526001600160a01b038716608085015260a0840186905283810360c0850152845180825260208087019350909101905f5b81811015613a57578351835260209384019390920191600101613a39565b50909b9a5050505050505050505050565b803580151581146121e4575f5ffd5b5f5f60408385031215613a88575f5ffd5b613a9183613694565b915061384560208401613a68565b5f60208284031215613aaf575f5ffd5b61299182613a68565b5f60208284031215613ac8575f5ffd5b813561299181613746565b5f60208284031215613ae3575f5ffd5b6129918261396d565b634e487b7160e01b5f52601160045260245ffd5b808201808211156109f8576109f8613aec565b634e487b7160e01b5f52601260045260245ffd5b5f82613b4157634e487b7160e01b5f52601260045260245ffd5b500490565b80820281158282048414176109f8576109f8613aec565b8051600f81900b81146121e4575f5ffd5b5f60208284031215613b7e575f5ffd5b61299182613b5d565b67ffffffffffffffff81168114610a10575f5ffd5b80356121e481613b87565b82815261012081016001600160a01b03613bc084613694565b166020830152613bd260208401613a68565b151560408301526001600160801b03613bed6040850161396d565b166060830152613bff60608401613757565b63ffffffff8116608084015250613c1860808401613757565b63ffffffff811660a084015250613c3160a08401613757565b63ffffffff811660c084015250613c4a60c08401613b9c565b67ffffffffffffffff811660e08401525060e092909201356101009190910152919050565b6001600160801b0381811683821601908111156109f8576109f8613aec565b5f5f5f60608486031215613ca0575f5ffd5b613ca984613b5d565b92506020840151613cb981613b87565b6040850151909250613cca81613746565b809150509250925092565b63ffffffff82811682821603908111156109f8576109f8613aec565b5f60208284031215613d01575f5ffd5b5051919050565b818103818111156109f8576109f8613aec565b5f60208284031215613d2b575f5ffd5b813561299181613b87565b5f60018201613d4757613d47613aec565b5060010190565b65ffffffffffff81811683821601908111156109f8576109f8613aec565b6001600160801b0382811682821603908111156109f8576109f8613aec565b5f600160ff1b8201613d9f57613d9f613aec565b505f0390565b634e487b7160e01b5f52602160045260245ffd5b65ffffffffffff82811682821603908111156109f8576109f8613aec56fea164736f6c6343000825000a",
}

// HashrateFutures is an auto generated Go binding around an Ethereum contract.
type HashrateFutures struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *HashrateFutures) GetABI() abi.ABI {
	return c.abi
}

// NewHashrateFutures creates a new instance of HashrateFutures.
func NewHashrateFutures() *HashrateFutures {
	parsed, err := HashrateFuturesMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &HashrateFutures{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *HashrateFutures) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address admin, uint48 adminDelay, address currency, address index, (bytes32,uint16,uint16,uint16,uint16,uint16,uint32,uint32,uint64) r) returns()
func (hashrateFutures *HashrateFutures) PackConstructor(admin common.Address, adminDelay *big.Int, currency common.Address, index common.Address, r HashrateFuturesRules) []byte {
	enc, err := hashrateFutures.abi.Pack("", admin, adminDelay, currency, index, r)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackDEFAULTADMINROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa217fddf.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function DEFAULT_ADMIN_ROLE() view returns(bytes32)
func (hashrateFutures *HashrateFutures) PackDEFAULTADMINROLE() []byte {
	enc, err := hashrateFutures.abi.Pack("DEFAULT_ADMIN_ROLE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDEFAULTADMINROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa217fddf.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function DEFAULT_ADMIN_ROLE() view returns(bytes32)
func (hashrateFutures *HashrateFutures) TryPackDEFAULTADMINROLE() ([]byte, error) {
	return hashrateFutures.abi.Pack("DEFAULT_ADMIN_ROLE")
}

// UnpackDEFAULTADMINROLE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa217fddf.
//
// Solidity: function DEFAULT_ADMIN_ROLE() view returns(bytes32)
func (hashrateFutures *HashrateFutures) UnpackDEFAULTADMINROLE(data []byte) ([32]byte, error) {
	out, err := hashrateFutures.abi.Unpack("DEFAULT_ADMIN_ROLE", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackGATEROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdf061368.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function GATE_ROLE() view returns(bytes32)
func (hashrateFutures *HashrateFutures) PackGATEROLE() []byte {
	enc, err := hashrateFutures.abi.Pack("GATE_ROLE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGATEROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdf061368.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function GATE_ROLE() view returns(bytes32)
func (hashrateFutures *HashrateFutures) TryPackGATEROLE() ([]byte, error) {
	return hashrateFutures.abi.Pack("GATE_ROLE")
}

// UnpackGATEROLE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xdf061368.
//
// Solidity: function GATE_ROLE() view returns(bytes32)
func (hashrateFutures *HashrateFutures) UnpackGATEROLE(data []byte) ([32]byte, error) {
	out, err := hashrateFutures.abi.Unpack("GATE_ROLE", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackORDERTYPEHASH is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf973a209.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function ORDER_TYPEHASH() view returns(bytes32)
func (hashrateFutures *HashrateFutures) PackORDERTYPEHASH() []byte {
	enc, err := hashrateFutures.abi.Pack("ORDER_TYPEHASH")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackORDERTYPEHASH is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf973a209.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function ORDER_TYPEHASH() view returns(bytes32)
func (hashrateFutures *HashrateFutures) TryPackORDERTYPEHASH() ([]byte, error) {
	return hashrateFutures.abi.Pack("ORDER_TYPEHASH")
}

// UnpackORDERTYPEHASH is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf973a209.
//
// Solidity: function ORDER_TYPEHASH() view returns(bytes32)
func (hashrateFutures *HashrateFutures) UnpackORDERTYPEHASH(data []byte) ([32]byte, error) {
	out, err := hashrateFutures.abi.Unpack("ORDER_TYPEHASH", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackPAUSERROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe63ab1e9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function PAUSER_ROLE() view returns(bytes32)
func (hashrateFutures *HashrateFutures) PackPAUSERROLE() []byte {
	enc, err := hashrateFutures.abi.Pack("PAUSER_ROLE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPAUSERROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe63ab1e9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function PAUSER_ROLE() view returns(bytes32)
func (hashrateFutures *HashrateFutures) TryPackPAUSERROLE() ([]byte, error) {
	return hashrateFutures.abi.Pack("PAUSER_ROLE")
}

// UnpackPAUSERROLE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe63ab1e9.
//
// Solidity: function PAUSER_ROLE() view returns(bytes32)
func (hashrateFutures *HashrateFutures) UnpackPAUSERROLE(data []byte) ([32]byte, error) {
	out, err := hashrateFutures.abi.Unpack("PAUSER_ROLE", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackAcceptDefaultAdminTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcefc1429.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function acceptDefaultAdminTransfer() returns()
func (hashrateFutures *HashrateFutures) PackAcceptDefaultAdminTransfer() []byte {
	enc, err := hashrateFutures.abi.Pack("acceptDefaultAdminTransfer")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAcceptDefaultAdminTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcefc1429.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function acceptDefaultAdminTransfer() returns()
func (hashrateFutures *HashrateFutures) TryPackAcceptDefaultAdminTransfer() ([]byte, error) {
	return hashrateFutures.abi.Pack("acceptDefaultAdminTransfer")
}

// PackAdmit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8b9b8974.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function admit(address account, bool yes) returns()
func (hashrateFutures *HashrateFutures) PackAdmit(account common.Address, yes bool) []byte {
	enc, err := hashrateFutures.abi.Pack("admit", account, yes)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAdmit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8b9b8974.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function admit(address account, bool yes) returns()
func (hashrateFutures *HashrateFutures) TryPackAdmit(account common.Address, yes bool) ([]byte, error) {
	return hashrateFutures.abi.Pack("admit", account, yes)
}

// PackAdmitted is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0020d939.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function admitted(address ) view returns(bool)
func (hashrateFutures *HashrateFutures) PackAdmitted(arg0 common.Address) []byte {
	enc, err := hashrateFutures.abi.Pack("admitted", arg0)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAdmitted is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0020d939.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function admitted(address ) view returns(bool)
func (hashrateFutures *HashrateFutures) TryPackAdmitted(arg0 common.Address) ([]byte, error) {
	return hashrateFutures.abi.Pack("admitted", arg0)
}

// UnpackAdmitted is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x0020d939.
//
// Solidity: function admitted(address ) view returns(bool)
func (hashrateFutures *HashrateFutures) UnpackAdmitted(data []byte) (bool, error) {
	out, err := hashrateFutures.abi.Unpack("admitted", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackBeginDefaultAdminTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x634e93da.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function beginDefaultAdminTransfer(address newAdmin) returns()
func (hashrateFutures *HashrateFutures) PackBeginDefaultAdminTransfer(newAdmin common.Address) []byte {
	enc, err := hashrateFutures.abi.Pack("beginDefaultAdminTransfer", newAdmin)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBeginDefaultAdminTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x634e93da.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function beginDefaultAdminTransfer(address newAdmin) returns()
func (hashrateFutures *HashrateFutures) TryPackBeginDefaultAdminTransfer(newAdmin common.Address) ([]byte, error) {
	return hashrateFutures.abi.Pack("beginDefaultAdminTransfer", newAdmin)
}

// PackCancel is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd4eb49cd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function cancel((address,bool,uint128,uint32,uint32,uint32,uint64,uint256) order) returns()
func (hashrateFutures *HashrateFutures) PackCancel(order HashrateFuturesOrder) []byte {
	enc, err := hashrateFutures.abi.Pack("cancel", order)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCancel is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd4eb49cd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function cancel((address,bool,uint128,uint32,uint32,uint32,uint64,uint256) order) returns()
func (hashrateFutures *HashrateFutures) TryPackCancel(order HashrateFuturesOrder) ([]byte, error) {
	return hashrateFutures.abi.Pack("cancel", order)
}

// PackCancelDefaultAdminTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd602b9fd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function cancelDefaultAdminTransfer() returns()
func (hashrateFutures *HashrateFutures) PackCancelDefaultAdminTransfer() []byte {
	enc, err := hashrateFutures.abi.Pack("cancelDefaultAdminTransfer")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCancelDefaultAdminTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd602b9fd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function cancelDefaultAdminTransfer() returns()
func (hashrateFutures *HashrateFutures) TryPackCancelDefaultAdminTransfer() ([]byte, error) {
	return hashrateFutures.abi.Pack("cancelDefaultAdminTransfer")
}

// PackChangeDefaultAdminDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x649a5ec7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function changeDefaultAdminDelay(uint48 newDelay) returns()
func (hashrateFutures *HashrateFutures) PackChangeDefaultAdminDelay(newDelay *big.Int) []byte {
	enc, err := hashrateFutures.abi.Pack("changeDefaultAdminDelay", newDelay)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackChangeDefaultAdminDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x649a5ec7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function changeDefaultAdminDelay(uint48 newDelay) returns()
func (hashrateFutures *HashrateFutures) TryPackChangeDefaultAdminDelay(newDelay *big.Int) ([]byte, error) {
	return hashrateFutures.abi.Pack("changeDefaultAdminDelay", newDelay)
}

// PackCount is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x06661abd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function count() view returns(uint256)
func (hashrateFutures *HashrateFutures) PackCount() []byte {
	enc, err := hashrateFutures.abi.Pack("count")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCount is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x06661abd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function count() view returns(uint256)
func (hashrateFutures *HashrateFutures) TryPackCount() ([]byte, error) {
	return hashrateFutures.abi.Pack("count")
}

// UnpackCount is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x06661abd.
//
// Solidity: function count() view returns(uint256)
func (hashrateFutures *HashrateFutures) UnpackCount(data []byte) (*big.Int, error) {
	out, err := hashrateFutures.abi.Unpack("count", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackCoverageBps is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x48ebfe9c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function coverageBps() view returns(uint16)
func (hashrateFutures *HashrateFutures) PackCoverageBps() []byte {
	enc, err := hashrateFutures.abi.Pack("coverageBps")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCoverageBps is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x48ebfe9c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function coverageBps() view returns(uint16)
func (hashrateFutures *HashrateFutures) TryPackCoverageBps() ([]byte, error) {
	return hashrateFutures.abi.Pack("coverageBps")
}

// UnpackCoverageBps is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x48ebfe9c.
//
// Solidity: function coverageBps() view returns(uint16)
func (hashrateFutures *HashrateFutures) UnpackCoverageBps(data []byte) (uint16, error) {
	out, err := hashrateFutures.abi.Unpack("coverageBps", data)
	if err != nil {
		return *new(uint16), err
	}
	out0 := *abi.ConvertType(out[0], new(uint16)).(*uint16)
	return out0, nil
}

// PackDefaultAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x84ef8ffc.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function defaultAdmin() view returns(address)
func (hashrateFutures *HashrateFutures) PackDefaultAdmin() []byte {
	enc, err := hashrateFutures.abi.Pack("defaultAdmin")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDefaultAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x84ef8ffc.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function defaultAdmin() view returns(address)
func (hashrateFutures *HashrateFutures) TryPackDefaultAdmin() ([]byte, error) {
	return hashrateFutures.abi.Pack("defaultAdmin")
}

// UnpackDefaultAdmin is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x84ef8ffc.
//
// Solidity: function defaultAdmin() view returns(address)
func (hashrateFutures *HashrateFutures) UnpackDefaultAdmin(data []byte) (common.Address, error) {
	out, err := hashrateFutures.abi.Unpack("defaultAdmin", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackDefaultAdminDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcc8463c8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function defaultAdminDelay() view returns(uint48)
func (hashrateFutures *HashrateFutures) PackDefaultAdminDelay() []byte {
	enc, err := hashrateFutures.abi.Pack("defaultAdminDelay")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDefaultAdminDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcc8463c8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function defaultAdminDelay() view returns(uint48)
func (hashrateFutures *HashrateFutures) TryPackDefaultAdminDelay() ([]byte, error) {
	return hashrateFutures.abi.Pack("defaultAdminDelay")
}

// UnpackDefaultAdminDelay is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xcc8463c8.
//
// Solidity: function defaultAdminDelay() view returns(uint48)
func (hashrateFutures *HashrateFutures) UnpackDefaultAdminDelay(data []byte) (*big.Int, error) {
	out, err := hashrateFutures.abi.Unpack("defaultAdminDelay", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackDefaultAdminDelayIncreaseWait is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x022d63fb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function defaultAdminDelayIncreaseWait() view returns(uint48)
func (hashrateFutures *HashrateFutures) PackDefaultAdminDelayIncreaseWait() []byte {
	enc, err := hashrateFutures.abi.Pack("defaultAdminDelayIncreaseWait")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDefaultAdminDelayIncreaseWait is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x022d63fb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function defaultAdminDelayIncreaseWait() view returns(uint48)
func (hashrateFutures *HashrateFutures) TryPackDefaultAdminDelayIncreaseWait() ([]byte, error) {
	return hashrateFutures.abi.Pack("defaultAdminDelayIncreaseWait")
}

// UnpackDefaultAdminDelayIncreaseWait is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x022d63fb.
//
// Solidity: function defaultAdminDelayIncreaseWait() view returns(uint48)
func (hashrateFutures *HashrateFutures) UnpackDefaultAdminDelayIncreaseWait(data []byte) (*big.Int, error) {
	out, err := hashrateFutures.abi.Unpack("defaultAdminDelayIncreaseWait", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackDeposit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb6b55f25.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function deposit(uint256 amount) returns()
func (hashrateFutures *HashrateFutures) PackDeposit(amount *big.Int) []byte {
	enc, err := hashrateFutures.abi.Pack("deposit", amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDeposit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb6b55f25.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function deposit(uint256 amount) returns()
func (hashrateFutures *HashrateFutures) TryPackDeposit(amount *big.Int) ([]byte, error) {
	return hashrateFutures.abi.Pack("deposit", amount)
}

// PackDeviationBps is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x72741e18.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function deviationBps() view returns(uint16)
func (hashrateFutures *HashrateFutures) PackDeviationBps() []byte {
	enc, err := hashrateFutures.abi.Pack("deviationBps")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDeviationBps is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x72741e18.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function deviationBps() view returns(uint16)
func (hashrateFutures *HashrateFutures) TryPackDeviationBps() ([]byte, error) {
	return hashrateFutures.abi.Pack("deviationBps")
}

// UnpackDeviationBps is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x72741e18.
//
// Solidity: function deviationBps() view returns(uint16)
func (hashrateFutures *HashrateFutures) UnpackDeviationBps(data []byte) (uint16, error) {
	out, err := hashrateFutures.abi.Unpack("deviationBps", data)
	if err != nil {
		return *new(uint16), err
	}
	out0 := *abi.ConvertType(out[0], new(uint16)).(*uint16)
	return out0, nil
}

// PackEip712Domain is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x84b0196e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function eip712Domain() view returns(bytes1 fields, string name, string version, uint256 chainId, address verifyingContract, bytes32 salt, uint256[] extensions)
func (hashrateFutures *HashrateFutures) PackEip712Domain() []byte {
	enc, err := hashrateFutures.abi.Pack("eip712Domain")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEip712Domain is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x84b0196e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function eip712Domain() view returns(bytes1 fields, string name, string version, uint256 chainId, address verifyingContract, bytes32 salt, uint256[] extensions)
func (hashrateFutures *HashrateFutures) TryPackEip712Domain() ([]byte, error) {
	return hashrateFutures.abi.Pack("eip712Domain")
}

// Eip712DomainOutput serves as a container for the return parameters of contract
// method Eip712Domain.
type Eip712DomainOutput struct {
	Fields            [1]byte
	Name              string
	Version           string
	ChainId           *big.Int
	VerifyingContract common.Address
	Salt              [32]byte
	Extensions        []*big.Int
}

// UnpackEip712Domain is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x84b0196e.
//
// Solidity: function eip712Domain() view returns(bytes1 fields, string name, string version, uint256 chainId, address verifyingContract, bytes32 salt, uint256[] extensions)
func (hashrateFutures *HashrateFutures) UnpackEip712Domain(data []byte) (Eip712DomainOutput, error) {
	out, err := hashrateFutures.abi.Unpack("eip712Domain", data)
	outstruct := new(Eip712DomainOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Fields = *abi.ConvertType(out[0], new([1]byte)).(*[1]byte)
	outstruct.Name = *abi.ConvertType(out[1], new(string)).(*string)
	outstruct.Version = *abi.ConvertType(out[2], new(string)).(*string)
	outstruct.ChainId = abi.ConvertType(out[3], new(big.Int)).(*big.Int)
	outstruct.VerifyingContract = *abi.ConvertType(out[4], new(common.Address)).(*common.Address)
	outstruct.Salt = *abi.ConvertType(out[5], new([32]byte)).(*[32]byte)
	outstruct.Extensions = *abi.ConvertType(out[6], new([]*big.Int)).(*[]*big.Int)
	return *outstruct, nil
}

// PackEmergencyAfter is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x59a7631c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function emergencyAfter() view returns(uint64)
func (hashrateFutures *HashrateFutures) PackEmergencyAfter() []byte {
	enc, err := hashrateFutures.abi.Pack("emergencyAfter")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEmergencyAfter is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x59a7631c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function emergencyAfter() view returns(uint64)
func (hashrateFutures *HashrateFutures) TryPackEmergencyAfter() ([]byte, error) {
	return hashrateFutures.abi.Pack("emergencyAfter")
}

// UnpackEmergencyAfter is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x59a7631c.
//
// Solidity: function emergencyAfter() view returns(uint64)
func (hashrateFutures *HashrateFutures) UnpackEmergencyAfter(data []byte) (uint64, error) {
	out, err := hashrateFutures.abi.Unpack("emergencyAfter", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackEmergencyClose is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4ae0ccdd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function emergencyClose(uint256 id) returns()
func (hashrateFutures *HashrateFutures) PackEmergencyClose(id *big.Int) []byte {
	enc, err := hashrateFutures.abi.Pack("emergencyClose", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEmergencyClose is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4ae0ccdd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function emergencyClose(uint256 id) returns()
func (hashrateFutures *HashrateFutures) TryPackEmergencyClose(id *big.Int) ([]byte, error) {
	return hashrateFutures.abi.Pack("emergencyClose", id)
}

// PackFeed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x37a7b7d8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function feed() view returns(bytes32)
func (hashrateFutures *HashrateFutures) PackFeed() []byte {
	enc, err := hashrateFutures.abi.Pack("feed")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFeed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x37a7b7d8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function feed() view returns(bytes32)
func (hashrateFutures *HashrateFutures) TryPackFeed() ([]byte, error) {
	return hashrateFutures.abi.Pack("feed")
}

// UnpackFeed is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x37a7b7d8.
//
// Solidity: function feed() view returns(bytes32)
func (hashrateFutures *HashrateFutures) UnpackFeed(data []byte) ([32]byte, error) {
	out, err := hashrateFutures.abi.Unpack("feed", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackFilled is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x288cdc91.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function filled(bytes32 orderHash) view returns(uint256 qty)
func (hashrateFutures *HashrateFutures) PackFilled(orderHash [32]byte) []byte {
	enc, err := hashrateFutures.abi.Pack("filled", orderHash)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFilled is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x288cdc91.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function filled(bytes32 orderHash) view returns(uint256 qty)
func (hashrateFutures *HashrateFutures) TryPackFilled(orderHash [32]byte) ([]byte, error) {
	return hashrateFutures.abi.Pack("filled", orderHash)
}

// UnpackFilled is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x288cdc91.
//
// Solidity: function filled(bytes32 orderHash) view returns(uint256 qty)
func (hashrateFutures *HashrateFutures) UnpackFilled(data []byte) (*big.Int, error) {
	out, err := hashrateFutures.abi.Unpack("filled", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackFree is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc9b5bb17.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function free(address ) view returns(uint256)
func (hashrateFutures *HashrateFutures) PackFree(arg0 common.Address) []byte {
	enc, err := hashrateFutures.abi.Pack("free", arg0)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFree is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc9b5bb17.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function free(address ) view returns(uint256)
func (hashrateFutures *HashrateFutures) TryPackFree(arg0 common.Address) ([]byte, error) {
	return hashrateFutures.abi.Pack("free", arg0)
}

// UnpackFree is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc9b5bb17.
//
// Solidity: function free(address ) view returns(uint256)
func (hashrateFutures *HashrateFutures) UnpackFree(data []byte) (*big.Int, error) {
	out, err := hashrateFutures.abi.Unpack("free", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackGetRoleAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x248a9ca3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getRoleAdmin(bytes32 role) view returns(bytes32)
func (hashrateFutures *HashrateFutures) PackGetRoleAdmin(role [32]byte) []byte {
	enc, err := hashrateFutures.abi.Pack("getRoleAdmin", role)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetRoleAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x248a9ca3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getRoleAdmin(bytes32 role) view returns(bytes32)
func (hashrateFutures *HashrateFutures) TryPackGetRoleAdmin(role [32]byte) ([]byte, error) {
	return hashrateFutures.abi.Pack("getRoleAdmin", role)
}

// UnpackGetRoleAdmin is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x248a9ca3.
//
// Solidity: function getRoleAdmin(bytes32 role) view returns(bytes32)
func (hashrateFutures *HashrateFutures) UnpackGetRoleAdmin(data []byte) ([32]byte, error) {
	out, err := hashrateFutures.abi.Unpack("getRoleAdmin", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackGrantRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2f2ff15d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function grantRole(bytes32 role, address account) returns()
func (hashrateFutures *HashrateFutures) PackGrantRole(role [32]byte, account common.Address) []byte {
	enc, err := hashrateFutures.abi.Pack("grantRole", role, account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGrantRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2f2ff15d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function grantRole(bytes32 role, address account) returns()
func (hashrateFutures *HashrateFutures) TryPackGrantRole(role [32]byte, account common.Address) ([]byte, error) {
	return hashrateFutures.abi.Pack("grantRole", role, account)
}

// PackHasRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x91d14854.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function hasRole(bytes32 role, address account) view returns(bool)
func (hashrateFutures *HashrateFutures) PackHasRole(role [32]byte, account common.Address) []byte {
	enc, err := hashrateFutures.abi.Pack("hasRole", role, account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHasRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x91d14854.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function hasRole(bytes32 role, address account) view returns(bool)
func (hashrateFutures *HashrateFutures) TryPackHasRole(role [32]byte, account common.Address) ([]byte, error) {
	return hashrateFutures.abi.Pack("hasRole", role, account)
}

// UnpackHasRole is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x91d14854.
//
// Solidity: function hasRole(bytes32 role, address account) view returns(bool)
func (hashrateFutures *HashrateFutures) UnpackHasRole(data []byte) (bool, error) {
	out, err := hashrateFutures.abi.Unpack("hasRole", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackInitialBps is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8bd066e3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function initialBps() view returns(uint16)
func (hashrateFutures *HashrateFutures) PackInitialBps() []byte {
	enc, err := hashrateFutures.abi.Pack("initialBps")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackInitialBps is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8bd066e3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function initialBps() view returns(uint16)
func (hashrateFutures *HashrateFutures) TryPackInitialBps() ([]byte, error) {
	return hashrateFutures.abi.Pack("initialBps")
}

// UnpackInitialBps is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8bd066e3.
//
// Solidity: function initialBps() view returns(uint16)
func (hashrateFutures *HashrateFutures) UnpackInitialBps(data []byte) (uint16, error) {
	out, err := hashrateFutures.abi.Unpack("initialBps", data)
	if err != nil {
		return *new(uint16), err
	}
	out0 := *abi.ConvertType(out[0], new(uint16)).(*uint16)
	return out0, nil
}

// PackKeeperBps is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd50ca4b4.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function keeperBps() view returns(uint16)
func (hashrateFutures *HashrateFutures) PackKeeperBps() []byte {
	enc, err := hashrateFutures.abi.Pack("keeperBps")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackKeeperBps is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd50ca4b4.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function keeperBps() view returns(uint16)
func (hashrateFutures *HashrateFutures) TryPackKeeperBps() ([]byte, error) {
	return hashrateFutures.abi.Pack("keeperBps")
}

// UnpackKeeperBps is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd50ca4b4.
//
// Solidity: function keeperBps() view returns(uint16)
func (hashrateFutures *HashrateFutures) UnpackKeeperBps(data []byte) (uint16, error) {
	out, err := hashrateFutures.abi.Unpack("keeperBps", data)
	if err != nil {
		return *new(uint16), err
	}
	out0 := *abi.ConvertType(out[0], new(uint16)).(*uint16)
	return out0, nil
}

// PackMaintenanceBps is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2e673446.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function maintenanceBps() view returns(uint16)
func (hashrateFutures *HashrateFutures) PackMaintenanceBps() []byte {
	enc, err := hashrateFutures.abi.Pack("maintenanceBps")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMaintenanceBps is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2e673446.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function maintenanceBps() view returns(uint16)
func (hashrateFutures *HashrateFutures) TryPackMaintenanceBps() ([]byte, error) {
	return hashrateFutures.abi.Pack("maintenanceBps")
}

// UnpackMaintenanceBps is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x2e673446.
//
// Solidity: function maintenanceBps() view returns(uint16)
func (hashrateFutures *HashrateFutures) UnpackMaintenanceBps(data []byte) (uint16, error) {
	out, err := hashrateFutures.abi.Unpack("maintenanceBps", data)
	if err != nil {
		return *new(uint16), err
	}
	out0 := *abi.ConvertType(out[0], new(uint16)).(*uint16)
	return out0, nil
}

// PackMark is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb69766c2.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function mark(uint256 id) returns()
func (hashrateFutures *HashrateFutures) PackMark(id *big.Int) []byte {
	enc, err := hashrateFutures.abi.Pack("mark", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMark is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb69766c2.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function mark(uint256 id) returns()
func (hashrateFutures *HashrateFutures) TryPackMark(id *big.Int) ([]byte, error) {
	return hashrateFutures.abi.Pack("mark", id)
}

// PackMaxEpochs is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0b21744e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function maxEpochs() view returns(uint32)
func (hashrateFutures *HashrateFutures) PackMaxEpochs() []byte {
	enc, err := hashrateFutures.abi.Pack("maxEpochs")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMaxEpochs is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0b21744e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function maxEpochs() view returns(uint32)
func (hashrateFutures *HashrateFutures) TryPackMaxEpochs() ([]byte, error) {
	return hashrateFutures.abi.Pack("maxEpochs")
}

// UnpackMaxEpochs is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x0b21744e.
//
// Solidity: function maxEpochs() view returns(uint32)
func (hashrateFutures *HashrateFutures) UnpackMaxEpochs(data []byte) (uint32, error) {
	out, err := hashrateFutures.abi.Unpack("maxEpochs", data)
	if err != nil {
		return *new(uint32), err
	}
	out0 := *abi.ConvertType(out[0], new(uint32)).(*uint32)
	return out0, nil
}

// PackMaxQty is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc7a95480.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function maxQty() view returns(uint32)
func (hashrateFutures *HashrateFutures) PackMaxQty() []byte {
	enc, err := hashrateFutures.abi.Pack("maxQty")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMaxQty is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc7a95480.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function maxQty() view returns(uint32)
func (hashrateFutures *HashrateFutures) TryPackMaxQty() ([]byte, error) {
	return hashrateFutures.abi.Pack("maxQty")
}

// UnpackMaxQty is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc7a95480.
//
// Solidity: function maxQty() view returns(uint32)
func (hashrateFutures *HashrateFutures) UnpackMaxQty(data []byte) (uint32, error) {
	out, err := hashrateFutures.abi.Unpack("maxQty", data)
	if err != nil {
		return *new(uint32), err
	}
	out0 := *abi.ConvertType(out[0], new(uint32)).(*uint32)
	return out0, nil
}

// PackMoney is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4ddd108a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function money() view returns(address)
func (hashrateFutures *HashrateFutures) PackMoney() []byte {
	enc, err := hashrateFutures.abi.Pack("money")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMoney is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4ddd108a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function money() view returns(address)
func (hashrateFutures *HashrateFutures) TryPackMoney() ([]byte, error) {
	return hashrateFutures.abi.Pack("money")
}

// UnpackMoney is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x4ddd108a.
//
// Solidity: function money() view returns(address)
func (hashrateFutures *HashrateFutures) UnpackMoney(data []byte) (common.Address, error) {
	out, err := hashrateFutures.abi.Unpack("money", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackOpen is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1f0912cb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function open((address,bool,uint128,uint32,uint32,uint32,uint64,uint256) long, bytes longSignature, (address,bool,uint128,uint32,uint32,uint32,uint64,uint256) short, bytes shortSignature, uint32 qty) returns(uint256 id)
func (hashrateFutures *HashrateFutures) PackOpen(long HashrateFuturesOrder, longSignature []byte, short HashrateFuturesOrder, shortSignature []byte, qty uint32) []byte {
	enc, err := hashrateFutures.abi.Pack("open", long, longSignature, short, shortSignature, qty)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOpen is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1f0912cb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function open((address,bool,uint128,uint32,uint32,uint32,uint64,uint256) long, bytes longSignature, (address,bool,uint128,uint32,uint32,uint32,uint64,uint256) short, bytes shortSignature, uint32 qty) returns(uint256 id)
func (hashrateFutures *HashrateFutures) TryPackOpen(long HashrateFuturesOrder, longSignature []byte, short HashrateFuturesOrder, shortSignature []byte, qty uint32) ([]byte, error) {
	return hashrateFutures.abi.Pack("open", long, longSignature, short, shortSignature, qty)
}

// UnpackOpen is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x1f0912cb.
//
// Solidity: function open((address,bool,uint128,uint32,uint32,uint32,uint64,uint256) long, bytes longSignature, (address,bool,uint128,uint32,uint32,uint32,uint64,uint256) short, bytes shortSignature, uint32 qty) returns(uint256 id)
func (hashrateFutures *HashrateFutures) UnpackOpen(data []byte) (*big.Int, error) {
	out, err := hashrateFutures.abi.Unpack("open", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackOracle is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7dc0d1d0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function oracle() view returns(address)
func (hashrateFutures *HashrateFutures) PackOracle() []byte {
	enc, err := hashrateFutures.abi.Pack("oracle")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOracle is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7dc0d1d0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function oracle() view returns(address)
func (hashrateFutures *HashrateFutures) TryPackOracle() ([]byte, error) {
	return hashrateFutures.abi.Pack("oracle")
}

// UnpackOracle is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x7dc0d1d0.
//
// Solidity: function oracle() view returns(address)
func (hashrateFutures *HashrateFutures) UnpackOracle(data []byte) (common.Address, error) {
	out, err := hashrateFutures.abi.Unpack("oracle", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackOrderHash is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5ae56968.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function orderHash((address,bool,uint128,uint32,uint32,uint32,uint64,uint256) order) view returns(bytes32)
func (hashrateFutures *HashrateFutures) PackOrderHash(order HashrateFuturesOrder) []byte {
	enc, err := hashrateFutures.abi.Pack("orderHash", order)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOrderHash is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5ae56968.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function orderHash((address,bool,uint128,uint32,uint32,uint32,uint64,uint256) order) view returns(bytes32)
func (hashrateFutures *HashrateFutures) TryPackOrderHash(order HashrateFuturesOrder) ([]byte, error) {
	return hashrateFutures.abi.Pack("orderHash", order)
}

// UnpackOrderHash is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5ae56968.
//
// Solidity: function orderHash((address,bool,uint128,uint32,uint32,uint32,uint64,uint256) order) view returns(bytes32)
func (hashrateFutures *HashrateFutures) UnpackOrderHash(data []byte) ([32]byte, error) {
	out, err := hashrateFutures.abi.Unpack("orderHash", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function owner() view returns(address)
func (hashrateFutures *HashrateFutures) PackOwner() []byte {
	enc, err := hashrateFutures.abi.Pack("owner")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function owner() view returns(address)
func (hashrateFutures *HashrateFutures) TryPackOwner() ([]byte, error) {
	return hashrateFutures.abi.Pack("owner")
}

// UnpackOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8da5cb5b.
//
// Solidity: function owner() view returns(address)
func (hashrateFutures *HashrateFutures) UnpackOwner(data []byte) (common.Address, error) {
	out, err := hashrateFutures.abi.Unpack("owner", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackPause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8456cb59.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function pause() returns()
func (hashrateFutures *HashrateFutures) PackPause() []byte {
	enc, err := hashrateFutures.abi.Pack("pause")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8456cb59.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function pause() returns()
func (hashrateFutures *HashrateFutures) TryPackPause() ([]byte, error) {
	return hashrateFutures.abi.Pack("pause")
}

// PackPaused is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5c975abb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function paused() view returns(bool)
func (hashrateFutures *HashrateFutures) PackPaused() []byte {
	enc, err := hashrateFutures.abi.Pack("paused")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPaused is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5c975abb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function paused() view returns(bool)
func (hashrateFutures *HashrateFutures) TryPackPaused() ([]byte, error) {
	return hashrateFutures.abi.Pack("paused")
}

// UnpackPaused is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5c975abb.
//
// Solidity: function paused() view returns(bool)
func (hashrateFutures *HashrateFutures) UnpackPaused(data []byte) (bool, error) {
	out, err := hashrateFutures.abi.Unpack("paused", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackPendingDefaultAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcf6eefb7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function pendingDefaultAdmin() view returns(address newAdmin, uint48 schedule)
func (hashrateFutures *HashrateFutures) PackPendingDefaultAdmin() []byte {
	enc, err := hashrateFutures.abi.Pack("pendingDefaultAdmin")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPendingDefaultAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcf6eefb7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function pendingDefaultAdmin() view returns(address newAdmin, uint48 schedule)
func (hashrateFutures *HashrateFutures) TryPackPendingDefaultAdmin() ([]byte, error) {
	return hashrateFutures.abi.Pack("pendingDefaultAdmin")
}

// PendingDefaultAdminOutput serves as a container for the return parameters of contract
// method PendingDefaultAdmin.
type PendingDefaultAdminOutput struct {
	NewAdmin common.Address
	Schedule *big.Int
}

// UnpackPendingDefaultAdmin is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xcf6eefb7.
//
// Solidity: function pendingDefaultAdmin() view returns(address newAdmin, uint48 schedule)
func (hashrateFutures *HashrateFutures) UnpackPendingDefaultAdmin(data []byte) (PendingDefaultAdminOutput, error) {
	out, err := hashrateFutures.abi.Unpack("pendingDefaultAdmin", data)
	outstruct := new(PendingDefaultAdminOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.NewAdmin = *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	outstruct.Schedule = abi.ConvertType(out[1], new(big.Int)).(*big.Int)
	return *outstruct, nil
}

// PackPendingDefaultAdminDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa1eda53c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function pendingDefaultAdminDelay() view returns(uint48 newDelay, uint48 schedule)
func (hashrateFutures *HashrateFutures) PackPendingDefaultAdminDelay() []byte {
	enc, err := hashrateFutures.abi.Pack("pendingDefaultAdminDelay")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPendingDefaultAdminDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa1eda53c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function pendingDefaultAdminDelay() view returns(uint48 newDelay, uint48 schedule)
func (hashrateFutures *HashrateFutures) TryPackPendingDefaultAdminDelay() ([]byte, error) {
	return hashrateFutures.abi.Pack("pendingDefaultAdminDelay")
}

// PendingDefaultAdminDelayOutput serves as a container for the return parameters of contract
// method PendingDefaultAdminDelay.
type PendingDefaultAdminDelayOutput struct {
	NewDelay *big.Int
	Schedule *big.Int
}

// UnpackPendingDefaultAdminDelay is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa1eda53c.
//
// Solidity: function pendingDefaultAdminDelay() view returns(uint48 newDelay, uint48 schedule)
func (hashrateFutures *HashrateFutures) UnpackPendingDefaultAdminDelay(data []byte) (PendingDefaultAdminDelayOutput, error) {
	out, err := hashrateFutures.abi.Unpack("pendingDefaultAdminDelay", data)
	outstruct := new(PendingDefaultAdminDelayOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.NewDelay = abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	outstruct.Schedule = abi.ConvertType(out[1], new(big.Int)).(*big.Int)
	return *outstruct, nil
}

// PackPeriod is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xef78d4fd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function period() view returns(uint32)
func (hashrateFutures *HashrateFutures) PackPeriod() []byte {
	enc, err := hashrateFutures.abi.Pack("period")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPeriod is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xef78d4fd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function period() view returns(uint32)
func (hashrateFutures *HashrateFutures) TryPackPeriod() ([]byte, error) {
	return hashrateFutures.abi.Pack("period")
}

// UnpackPeriod is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xef78d4fd.
//
// Solidity: function period() view returns(uint32)
func (hashrateFutures *HashrateFutures) UnpackPeriod(data []byte) (uint32, error) {
	out, err := hashrateFutures.abi.Unpack("period", data)
	if err != nil {
		return *new(uint32), err
	}
	out0 := *abi.ConvertType(out[0], new(uint32)).(*uint32)
	return out0, nil
}

// PackPositionOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x46f96023.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function positionOf(uint256 id) view returns((address,uint32,uint32,uint32,address,uint32,uint128,uint128,uint128))
func (hashrateFutures *HashrateFutures) PackPositionOf(id *big.Int) []byte {
	enc, err := hashrateFutures.abi.Pack("positionOf", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPositionOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x46f96023.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function positionOf(uint256 id) view returns((address,uint32,uint32,uint32,address,uint32,uint128,uint128,uint128))
func (hashrateFutures *HashrateFutures) TryPackPositionOf(id *big.Int) ([]byte, error) {
	return hashrateFutures.abi.Pack("positionOf", id)
}

// UnpackPositionOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x46f96023.
//
// Solidity: function positionOf(uint256 id) view returns((address,uint32,uint32,uint32,address,uint32,uint128,uint128,uint128))
func (hashrateFutures *HashrateFutures) UnpackPositionOf(data []byte) (HashrateFuturesPosition, error) {
	out, err := hashrateFutures.abi.Unpack("positionOf", data)
	if err != nil {
		return *new(HashrateFuturesPosition), err
	}
	out0 := *abi.ConvertType(out[0], new(HashrateFuturesPosition)).(*HashrateFuturesPosition)
	return out0, nil
}

// PackRenounceRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x36568abe.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function renounceRole(bytes32 role, address account) returns()
func (hashrateFutures *HashrateFutures) PackRenounceRole(role [32]byte, account common.Address) []byte {
	enc, err := hashrateFutures.abi.Pack("renounceRole", role, account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRenounceRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x36568abe.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function renounceRole(bytes32 role, address account) returns()
func (hashrateFutures *HashrateFutures) TryPackRenounceRole(role [32]byte, account common.Address) ([]byte, error) {
	return hashrateFutures.abi.Pack("renounceRole", role, account)
}

// PackRevokeRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd547741f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function revokeRole(bytes32 role, address account) returns()
func (hashrateFutures *HashrateFutures) PackRevokeRole(role [32]byte, account common.Address) []byte {
	enc, err := hashrateFutures.abi.Pack("revokeRole", role, account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRevokeRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd547741f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function revokeRole(bytes32 role, address account) returns()
func (hashrateFutures *HashrateFutures) TryPackRevokeRole(role [32]byte, account common.Address) ([]byte, error) {
	return hashrateFutures.abi.Pack("revokeRole", role, account)
}

// PackRollbackDefaultAdminDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0aa6220b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function rollbackDefaultAdminDelay() returns()
func (hashrateFutures *HashrateFutures) PackRollbackDefaultAdminDelay() []byte {
	enc, err := hashrateFutures.abi.Pack("rollbackDefaultAdminDelay")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRollbackDefaultAdminDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0aa6220b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function rollbackDefaultAdminDelay() returns()
func (hashrateFutures *HashrateFutures) TryPackRollbackDefaultAdminDelay() ([]byte, error) {
	return hashrateFutures.abi.Pack("rollbackDefaultAdminDelay")
}

// PackSettle is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8df82800.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function settle(uint256 id) returns()
func (hashrateFutures *HashrateFutures) PackSettle(id *big.Int) []byte {
	enc, err := hashrateFutures.abi.Pack("settle", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSettle is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8df82800.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function settle(uint256 id) returns()
func (hashrateFutures *HashrateFutures) TryPackSettle(id *big.Int) ([]byte, error) {
	return hashrateFutures.abi.Pack("settle", id)
}

// PackSupportsInterface is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x01ffc9a7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function supportsInterface(bytes4 interfaceId) view returns(bool)
func (hashrateFutures *HashrateFutures) PackSupportsInterface(interfaceId [4]byte) []byte {
	enc, err := hashrateFutures.abi.Pack("supportsInterface", interfaceId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSupportsInterface is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x01ffc9a7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function supportsInterface(bytes4 interfaceId) view returns(bool)
func (hashrateFutures *HashrateFutures) TryPackSupportsInterface(interfaceId [4]byte) ([]byte, error) {
	return hashrateFutures.abi.Pack("supportsInterface", interfaceId)
}

// UnpackSupportsInterface is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x01ffc9a7.
//
// Solidity: function supportsInterface(bytes4 interfaceId) view returns(bool)
func (hashrateFutures *HashrateFutures) UnpackSupportsInterface(data []byte) (bool, error) {
	out, err := hashrateFutures.abi.Unpack("supportsInterface", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackTopUp is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x71337277.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function topUp(uint256 id, uint128 amount) returns()
func (hashrateFutures *HashrateFutures) PackTopUp(id *big.Int, amount *big.Int) []byte {
	enc, err := hashrateFutures.abi.Pack("topUp", id, amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTopUp is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x71337277.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function topUp(uint256 id, uint128 amount) returns()
func (hashrateFutures *HashrateFutures) TryPackTopUp(id *big.Int, amount *big.Int) ([]byte, error) {
	return hashrateFutures.abi.Pack("topUp", id, amount)
}

// PackTotalFree is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x333e44e6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function totalFree() view returns(uint256)
func (hashrateFutures *HashrateFutures) PackTotalFree() []byte {
	enc, err := hashrateFutures.abi.Pack("totalFree")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTotalFree is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x333e44e6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function totalFree() view returns(uint256)
func (hashrateFutures *HashrateFutures) TryPackTotalFree() ([]byte, error) {
	return hashrateFutures.abi.Pack("totalFree")
}

// UnpackTotalFree is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x333e44e6.
//
// Solidity: function totalFree() view returns(uint256)
func (hashrateFutures *HashrateFutures) UnpackTotalFree(data []byte) (*big.Int, error) {
	out, err := hashrateFutures.abi.Unpack("totalFree", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackTotalLocked is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x56891412.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function totalLocked() view returns(uint256)
func (hashrateFutures *HashrateFutures) PackTotalLocked() []byte {
	enc, err := hashrateFutures.abi.Pack("totalLocked")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTotalLocked is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x56891412.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function totalLocked() view returns(uint256)
func (hashrateFutures *HashrateFutures) TryPackTotalLocked() ([]byte, error) {
	return hashrateFutures.abi.Pack("totalLocked")
}

// UnpackTotalLocked is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x56891412.
//
// Solidity: function totalLocked() view returns(uint256)
func (hashrateFutures *HashrateFutures) UnpackTotalLocked(data []byte) (*big.Int, error) {
	out, err := hashrateFutures.abi.Unpack("totalLocked", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackUnpause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3f4ba83a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function unpause() returns()
func (hashrateFutures *HashrateFutures) PackUnpause() []byte {
	enc, err := hashrateFutures.abi.Pack("unpause")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUnpause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3f4ba83a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function unpause() returns()
func (hashrateFutures *HashrateFutures) TryPackUnpause() ([]byte, error) {
	return hashrateFutures.abi.Pack("unpause")
}

// PackWithdraw is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2e1a7d4d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function withdraw(uint256 amount) returns()
func (hashrateFutures *HashrateFutures) PackWithdraw(amount *big.Int) []byte {
	enc, err := hashrateFutures.abi.Pack("withdraw", amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackWithdraw is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2e1a7d4d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function withdraw(uint256 amount) returns()
func (hashrateFutures *HashrateFutures) TryPackWithdraw(amount *big.Int) ([]byte, error) {
	return hashrateFutures.abi.Pack("withdraw", amount)
}

// HashrateFuturesAdmitted represents a Admitted event raised by the HashrateFutures contract.
type HashrateFuturesAdmitted struct {
	Account  common.Address
	Admitted bool
	Raw      *types.Log // Blockchain specific contextual infos
}

const HashrateFuturesAdmittedEventName = "Admitted"

// ContractEventName returns the user-defined event name.
func (HashrateFuturesAdmitted) ContractEventName() string {
	return HashrateFuturesAdmittedEventName
}

// UnpackAdmittedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Admitted(address indexed account, bool admitted)
func (hashrateFutures *HashrateFutures) UnpackAdmittedEvent(log *types.Log) (*HashrateFuturesAdmitted, error) {
	event := "Admitted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != hashrateFutures.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(HashrateFuturesAdmitted)
	if len(log.Data) > 0 {
		if err := hashrateFutures.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range hashrateFutures.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// HashrateFuturesCancelled represents a Cancelled event raised by the HashrateFutures contract.
type HashrateFuturesCancelled struct {
	Trader    common.Address
	OrderHash [32]byte
	Raw       *types.Log // Blockchain specific contextual infos
}

const HashrateFuturesCancelledEventName = "Cancelled"

// ContractEventName returns the user-defined event name.
func (HashrateFuturesCancelled) ContractEventName() string {
	return HashrateFuturesCancelledEventName
}

// UnpackCancelledEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Cancelled(address indexed trader, bytes32 indexed orderHash)
func (hashrateFutures *HashrateFutures) UnpackCancelledEvent(log *types.Log) (*HashrateFuturesCancelled, error) {
	event := "Cancelled"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != hashrateFutures.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(HashrateFuturesCancelled)
	if len(log.Data) > 0 {
		if err := hashrateFutures.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range hashrateFutures.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// HashrateFuturesClosed represents a Closed event raised by the HashrateFutures contract.
type HashrateFuturesClosed struct {
	Id        *big.Int
	Price     *big.Int
	LongPaid  *big.Int
	ShortPaid *big.Int
	KeeperFee *big.Int
	Raw       *types.Log // Blockchain specific contextual infos
}

const HashrateFuturesClosedEventName = "Closed"

// ContractEventName returns the user-defined event name.
func (HashrateFuturesClosed) ContractEventName() string {
	return HashrateFuturesClosedEventName
}

// UnpackClosedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Closed(uint256 indexed id, uint128 price, uint128 longPaid, uint128 shortPaid, uint256 keeperFee)
func (hashrateFutures *HashrateFutures) UnpackClosedEvent(log *types.Log) (*HashrateFuturesClosed, error) {
	event := "Closed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != hashrateFutures.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(HashrateFuturesClosed)
	if len(log.Data) > 0 {
		if err := hashrateFutures.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range hashrateFutures.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// HashrateFuturesDefaultAdminDelayChangeCanceled represents a DefaultAdminDelayChangeCanceled event raised by the HashrateFutures contract.
type HashrateFuturesDefaultAdminDelayChangeCanceled struct {
	Raw *types.Log // Blockchain specific contextual infos
}

const HashrateFuturesDefaultAdminDelayChangeCanceledEventName = "DefaultAdminDelayChangeCanceled"

// ContractEventName returns the user-defined event name.
func (HashrateFuturesDefaultAdminDelayChangeCanceled) ContractEventName() string {
	return HashrateFuturesDefaultAdminDelayChangeCanceledEventName
}

// UnpackDefaultAdminDelayChangeCanceledEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event DefaultAdminDelayChangeCanceled()
func (hashrateFutures *HashrateFutures) UnpackDefaultAdminDelayChangeCanceledEvent(log *types.Log) (*HashrateFuturesDefaultAdminDelayChangeCanceled, error) {
	event := "DefaultAdminDelayChangeCanceled"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != hashrateFutures.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(HashrateFuturesDefaultAdminDelayChangeCanceled)
	if len(log.Data) > 0 {
		if err := hashrateFutures.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range hashrateFutures.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// HashrateFuturesDefaultAdminDelayChangeScheduled represents a DefaultAdminDelayChangeScheduled event raised by the HashrateFutures contract.
type HashrateFuturesDefaultAdminDelayChangeScheduled struct {
	NewDelay       *big.Int
	EffectSchedule *big.Int
	Raw            *types.Log // Blockchain specific contextual infos
}

const HashrateFuturesDefaultAdminDelayChangeScheduledEventName = "DefaultAdminDelayChangeScheduled"

// ContractEventName returns the user-defined event name.
func (HashrateFuturesDefaultAdminDelayChangeScheduled) ContractEventName() string {
	return HashrateFuturesDefaultAdminDelayChangeScheduledEventName
}

// UnpackDefaultAdminDelayChangeScheduledEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event DefaultAdminDelayChangeScheduled(uint48 newDelay, uint48 effectSchedule)
func (hashrateFutures *HashrateFutures) UnpackDefaultAdminDelayChangeScheduledEvent(log *types.Log) (*HashrateFuturesDefaultAdminDelayChangeScheduled, error) {
	event := "DefaultAdminDelayChangeScheduled"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != hashrateFutures.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(HashrateFuturesDefaultAdminDelayChangeScheduled)
	if len(log.Data) > 0 {
		if err := hashrateFutures.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range hashrateFutures.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// HashrateFuturesDefaultAdminTransferCanceled represents a DefaultAdminTransferCanceled event raised by the HashrateFutures contract.
type HashrateFuturesDefaultAdminTransferCanceled struct {
	Raw *types.Log // Blockchain specific contextual infos
}

const HashrateFuturesDefaultAdminTransferCanceledEventName = "DefaultAdminTransferCanceled"

// ContractEventName returns the user-defined event name.
func (HashrateFuturesDefaultAdminTransferCanceled) ContractEventName() string {
	return HashrateFuturesDefaultAdminTransferCanceledEventName
}

// UnpackDefaultAdminTransferCanceledEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event DefaultAdminTransferCanceled()
func (hashrateFutures *HashrateFutures) UnpackDefaultAdminTransferCanceledEvent(log *types.Log) (*HashrateFuturesDefaultAdminTransferCanceled, error) {
	event := "DefaultAdminTransferCanceled"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != hashrateFutures.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(HashrateFuturesDefaultAdminTransferCanceled)
	if len(log.Data) > 0 {
		if err := hashrateFutures.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range hashrateFutures.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// HashrateFuturesDefaultAdminTransferScheduled represents a DefaultAdminTransferScheduled event raised by the HashrateFutures contract.
type HashrateFuturesDefaultAdminTransferScheduled struct {
	NewAdmin       common.Address
	AcceptSchedule *big.Int
	Raw            *types.Log // Blockchain specific contextual infos
}

const HashrateFuturesDefaultAdminTransferScheduledEventName = "DefaultAdminTransferScheduled"

// ContractEventName returns the user-defined event name.
func (HashrateFuturesDefaultAdminTransferScheduled) ContractEventName() string {
	return HashrateFuturesDefaultAdminTransferScheduledEventName
}

// UnpackDefaultAdminTransferScheduledEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event DefaultAdminTransferScheduled(address indexed newAdmin, uint48 acceptSchedule)
func (hashrateFutures *HashrateFutures) UnpackDefaultAdminTransferScheduledEvent(log *types.Log) (*HashrateFuturesDefaultAdminTransferScheduled, error) {
	event := "DefaultAdminTransferScheduled"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != hashrateFutures.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(HashrateFuturesDefaultAdminTransferScheduled)
	if len(log.Data) > 0 {
		if err := hashrateFutures.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range hashrateFutures.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// HashrateFuturesDeposited represents a Deposited event raised by the HashrateFutures contract.
type HashrateFuturesDeposited struct {
	Account common.Address
	Amount  *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const HashrateFuturesDepositedEventName = "Deposited"

// ContractEventName returns the user-defined event name.
func (HashrateFuturesDeposited) ContractEventName() string {
	return HashrateFuturesDepositedEventName
}

// UnpackDepositedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Deposited(address indexed account, uint256 amount)
func (hashrateFutures *HashrateFutures) UnpackDepositedEvent(log *types.Log) (*HashrateFuturesDeposited, error) {
	event := "Deposited"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != hashrateFutures.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(HashrateFuturesDeposited)
	if len(log.Data) > 0 {
		if err := hashrateFutures.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range hashrateFutures.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// HashrateFuturesEIP712DomainChanged represents a EIP712DomainChanged event raised by the HashrateFutures contract.
type HashrateFuturesEIP712DomainChanged struct {
	Raw *types.Log // Blockchain specific contextual infos
}

const HashrateFuturesEIP712DomainChangedEventName = "EIP712DomainChanged"

// ContractEventName returns the user-defined event name.
func (HashrateFuturesEIP712DomainChanged) ContractEventName() string {
	return HashrateFuturesEIP712DomainChangedEventName
}

// UnpackEIP712DomainChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event EIP712DomainChanged()
func (hashrateFutures *HashrateFutures) UnpackEIP712DomainChangedEvent(log *types.Log) (*HashrateFuturesEIP712DomainChanged, error) {
	event := "EIP712DomainChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != hashrateFutures.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(HashrateFuturesEIP712DomainChanged)
	if len(log.Data) > 0 {
		if err := hashrateFutures.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range hashrateFutures.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// HashrateFuturesMarked represents a Marked event raised by the HashrateFutures contract.
type HashrateFuturesMarked struct {
	Id     *big.Int
	Epoch  uint32
	Price  *big.Int
	ToLong *big.Int
	Raw    *types.Log // Blockchain specific contextual infos
}

const HashrateFuturesMarkedEventName = "Marked"

// ContractEventName returns the user-defined event name.
func (HashrateFuturesMarked) ContractEventName() string {
	return HashrateFuturesMarkedEventName
}

// UnpackMarkedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Marked(uint256 indexed id, uint32 epoch, uint128 price, int256 toLong)
func (hashrateFutures *HashrateFutures) UnpackMarkedEvent(log *types.Log) (*HashrateFuturesMarked, error) {
	event := "Marked"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != hashrateFutures.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(HashrateFuturesMarked)
	if len(log.Data) > 0 {
		if err := hashrateFutures.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range hashrateFutures.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// HashrateFuturesOpened represents a Opened event raised by the HashrateFutures contract.
type HashrateFuturesOpened struct {
	Id     *big.Int
	Long   common.Address
	Short  common.Address
	Qty    uint32
	Price  *big.Int
	Margin *big.Int
	Raw    *types.Log // Blockchain specific contextual infos
}

const HashrateFuturesOpenedEventName = "Opened"

// ContractEventName returns the user-defined event name.
func (HashrateFuturesOpened) ContractEventName() string {
	return HashrateFuturesOpenedEventName
}

// UnpackOpenedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Opened(uint256 indexed id, address indexed long, address indexed short, uint32 qty, uint128 price, uint128 margin)
func (hashrateFutures *HashrateFutures) UnpackOpenedEvent(log *types.Log) (*HashrateFuturesOpened, error) {
	event := "Opened"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != hashrateFutures.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(HashrateFuturesOpened)
	if len(log.Data) > 0 {
		if err := hashrateFutures.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range hashrateFutures.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// HashrateFuturesPaused represents a Paused event raised by the HashrateFutures contract.
type HashrateFuturesPaused struct {
	Account common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const HashrateFuturesPausedEventName = "Paused"

// ContractEventName returns the user-defined event name.
func (HashrateFuturesPaused) ContractEventName() string {
	return HashrateFuturesPausedEventName
}

// UnpackPausedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Paused(address account)
func (hashrateFutures *HashrateFutures) UnpackPausedEvent(log *types.Log) (*HashrateFuturesPaused, error) {
	event := "Paused"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != hashrateFutures.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(HashrateFuturesPaused)
	if len(log.Data) > 0 {
		if err := hashrateFutures.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range hashrateFutures.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// HashrateFuturesRoleAdminChanged represents a RoleAdminChanged event raised by the HashrateFutures contract.
type HashrateFuturesRoleAdminChanged struct {
	Role              [32]byte
	PreviousAdminRole [32]byte
	NewAdminRole      [32]byte
	Raw               *types.Log // Blockchain specific contextual infos
}

const HashrateFuturesRoleAdminChangedEventName = "RoleAdminChanged"

// ContractEventName returns the user-defined event name.
func (HashrateFuturesRoleAdminChanged) ContractEventName() string {
	return HashrateFuturesRoleAdminChangedEventName
}

// UnpackRoleAdminChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RoleAdminChanged(bytes32 indexed role, bytes32 indexed previousAdminRole, bytes32 indexed newAdminRole)
func (hashrateFutures *HashrateFutures) UnpackRoleAdminChangedEvent(log *types.Log) (*HashrateFuturesRoleAdminChanged, error) {
	event := "RoleAdminChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != hashrateFutures.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(HashrateFuturesRoleAdminChanged)
	if len(log.Data) > 0 {
		if err := hashrateFutures.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range hashrateFutures.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// HashrateFuturesRoleGranted represents a RoleGranted event raised by the HashrateFutures contract.
type HashrateFuturesRoleGranted struct {
	Role    [32]byte
	Account common.Address
	Sender  common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const HashrateFuturesRoleGrantedEventName = "RoleGranted"

// ContractEventName returns the user-defined event name.
func (HashrateFuturesRoleGranted) ContractEventName() string {
	return HashrateFuturesRoleGrantedEventName
}

// UnpackRoleGrantedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RoleGranted(bytes32 indexed role, address indexed account, address indexed sender)
func (hashrateFutures *HashrateFutures) UnpackRoleGrantedEvent(log *types.Log) (*HashrateFuturesRoleGranted, error) {
	event := "RoleGranted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != hashrateFutures.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(HashrateFuturesRoleGranted)
	if len(log.Data) > 0 {
		if err := hashrateFutures.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range hashrateFutures.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// HashrateFuturesRoleRevoked represents a RoleRevoked event raised by the HashrateFutures contract.
type HashrateFuturesRoleRevoked struct {
	Role    [32]byte
	Account common.Address
	Sender  common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const HashrateFuturesRoleRevokedEventName = "RoleRevoked"

// ContractEventName returns the user-defined event name.
func (HashrateFuturesRoleRevoked) ContractEventName() string {
	return HashrateFuturesRoleRevokedEventName
}

// UnpackRoleRevokedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RoleRevoked(bytes32 indexed role, address indexed account, address indexed sender)
func (hashrateFutures *HashrateFutures) UnpackRoleRevokedEvent(log *types.Log) (*HashrateFuturesRoleRevoked, error) {
	event := "RoleRevoked"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != hashrateFutures.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(HashrateFuturesRoleRevoked)
	if len(log.Data) > 0 {
		if err := hashrateFutures.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range hashrateFutures.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// HashrateFuturesShortfall represents a Shortfall event raised by the HashrateFutures contract.
type HashrateFuturesShortfall struct {
	Id      *big.Int
	Debtor  common.Address
	Missing *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const HashrateFuturesShortfallEventName = "Shortfall"

// ContractEventName returns the user-defined event name.
func (HashrateFuturesShortfall) ContractEventName() string {
	return HashrateFuturesShortfallEventName
}

// UnpackShortfallEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Shortfall(uint256 indexed id, address indexed debtor, uint256 missing)
func (hashrateFutures *HashrateFutures) UnpackShortfallEvent(log *types.Log) (*HashrateFuturesShortfall, error) {
	event := "Shortfall"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != hashrateFutures.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(HashrateFuturesShortfall)
	if len(log.Data) > 0 {
		if err := hashrateFutures.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range hashrateFutures.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// HashrateFuturesToppedUp represents a ToppedUp event raised by the HashrateFutures contract.
type HashrateFuturesToppedUp struct {
	Id     *big.Int
	By     common.Address
	Amount *big.Int
	Raw    *types.Log // Blockchain specific contextual infos
}

const HashrateFuturesToppedUpEventName = "ToppedUp"

// ContractEventName returns the user-defined event name.
func (HashrateFuturesToppedUp) ContractEventName() string {
	return HashrateFuturesToppedUpEventName
}

// UnpackToppedUpEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ToppedUp(uint256 indexed id, address indexed by, uint128 amount)
func (hashrateFutures *HashrateFutures) UnpackToppedUpEvent(log *types.Log) (*HashrateFuturesToppedUp, error) {
	event := "ToppedUp"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != hashrateFutures.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(HashrateFuturesToppedUp)
	if len(log.Data) > 0 {
		if err := hashrateFutures.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range hashrateFutures.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// HashrateFuturesUnpaused represents a Unpaused event raised by the HashrateFutures contract.
type HashrateFuturesUnpaused struct {
	Account common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const HashrateFuturesUnpausedEventName = "Unpaused"

// ContractEventName returns the user-defined event name.
func (HashrateFuturesUnpaused) ContractEventName() string {
	return HashrateFuturesUnpausedEventName
}

// UnpackUnpausedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Unpaused(address account)
func (hashrateFutures *HashrateFutures) UnpackUnpausedEvent(log *types.Log) (*HashrateFuturesUnpaused, error) {
	event := "Unpaused"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != hashrateFutures.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(HashrateFuturesUnpaused)
	if len(log.Data) > 0 {
		if err := hashrateFutures.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range hashrateFutures.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// HashrateFuturesWithdrawn represents a Withdrawn event raised by the HashrateFutures contract.
type HashrateFuturesWithdrawn struct {
	Account common.Address
	Amount  *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const HashrateFuturesWithdrawnEventName = "Withdrawn"

// ContractEventName returns the user-defined event name.
func (HashrateFuturesWithdrawn) ContractEventName() string {
	return HashrateFuturesWithdrawnEventName
}

// UnpackWithdrawnEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Withdrawn(address indexed account, uint256 amount)
func (hashrateFutures *HashrateFutures) UnpackWithdrawnEvent(log *types.Log) (*HashrateFuturesWithdrawn, error) {
	event := "Withdrawn"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != hashrateFutures.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(HashrateFuturesWithdrawn)
	if len(log.Data) > 0 {
		if err := hashrateFutures.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range hashrateFutures.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (hashrateFutures *HashrateFutures) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], hashrateFutures.abi.Errors["AccessControlBadConfirmation"].ID.Bytes()[:4]) {
		return hashrateFutures.UnpackAccessControlBadConfirmationError(raw[4:])
	}
	if bytes.Equal(raw[:4], hashrateFutures.abi.Errors["AccessControlEnforcedDefaultAdminDelay"].ID.Bytes()[:4]) {
		return hashrateFutures.UnpackAccessControlEnforcedDefaultAdminDelayError(raw[4:])
	}
	if bytes.Equal(raw[:4], hashrateFutures.abi.Errors["AccessControlEnforcedDefaultAdminRules"].ID.Bytes()[:4]) {
		return hashrateFutures.UnpackAccessControlEnforcedDefaultAdminRulesError(raw[4:])
	}
	if bytes.Equal(raw[:4], hashrateFutures.abi.Errors["AccessControlInvalidDefaultAdmin"].ID.Bytes()[:4]) {
		return hashrateFutures.UnpackAccessControlInvalidDefaultAdminError(raw[4:])
	}
	if bytes.Equal(raw[:4], hashrateFutures.abi.Errors["AccessControlUnauthorizedAccount"].ID.Bytes()[:4]) {
		return hashrateFutures.UnpackAccessControlUnauthorizedAccountError(raw[4:])
	}
	if bytes.Equal(raw[:4], hashrateFutures.abi.Errors["BadPair"].ID.Bytes()[:4]) {
		return hashrateFutures.UnpackBadPairError(raw[4:])
	}
	if bytes.Equal(raw[:4], hashrateFutures.abi.Errors["BadRules"].ID.Bytes()[:4]) {
		return hashrateFutures.UnpackBadRulesError(raw[4:])
	}
	if bytes.Equal(raw[:4], hashrateFutures.abi.Errors["BadWindow"].ID.Bytes()[:4]) {
		return hashrateFutures.UnpackBadWindowError(raw[4:])
	}
	if bytes.Equal(raw[:4], hashrateFutures.abi.Errors["DeliveryOver"].ID.Bytes()[:4]) {
		return hashrateFutures.UnpackDeliveryOverError(raw[4:])
	}
	if bytes.Equal(raw[:4], hashrateFutures.abi.Errors["EnforcedPause"].ID.Bytes()[:4]) {
		return hashrateFutures.UnpackEnforcedPauseError(raw[4:])
	}
	if bytes.Equal(raw[:4], hashrateFutures.abi.Errors["ExpectedPause"].ID.Bytes()[:4]) {
		return hashrateFutures.UnpackExpectedPauseError(raw[4:])
	}
	if bytes.Equal(raw[:4], hashrateFutures.abi.Errors["FeeOnTransfer"].ID.Bytes()[:4]) {
		return hashrateFutures.UnpackFeeOnTransferError(raw[4:])
	}
	if bytes.Equal(raw[:4], hashrateFutures.abi.Errors["InvalidShortString"].ID.Bytes()[:4]) {
		return hashrateFutures.UnpackInvalidShortStringError(raw[4:])
	}
	if bytes.Equal(raw[:4], hashrateFutures.abi.Errors["NoPosition"].ID.Bytes()[:4]) {
		return hashrateFutures.UnpackNoPositionError(raw[4:])
	}
	if bytes.Equal(raw[:4], hashrateFutures.abi.Errors["NotAParty"].ID.Bytes()[:4]) {
		return hashrateFutures.UnpackNotAPartyError(raw[4:])
	}
	if bytes.Equal(raw[:4], hashrateFutures.abi.Errors["NotAdmitted"].ID.Bytes()[:4]) {
		return hashrateFutures.UnpackNotAdmittedError(raw[4:])
	}
	if bytes.Equal(raw[:4], hashrateFutures.abi.Errors["NotEnough"].ID.Bytes()[:4]) {
		return hashrateFutures.UnpackNotEnoughError(raw[4:])
	}
	if bytes.Equal(raw[:4], hashrateFutures.abi.Errors["NotNewer"].ID.Bytes()[:4]) {
		return hashrateFutures.UnpackNotNewerError(raw[4:])
	}
	if bytes.Equal(raw[:4], hashrateFutures.abi.Errors["OrderExpired"].ID.Bytes()[:4]) {
		return hashrateFutures.UnpackOrderExpiredError(raw[4:])
	}
	if bytes.Equal(raw[:4], hashrateFutures.abi.Errors["Overfilled"].ID.Bytes()[:4]) {
		return hashrateFutures.UnpackOverfilledError(raw[4:])
	}
	if bytes.Equal(raw[:4], hashrateFutures.abi.Errors["PriceOff"].ID.Bytes()[:4]) {
		return hashrateFutures.UnpackPriceOffError(raw[4:])
	}
	if bytes.Equal(raw[:4], hashrateFutures.abi.Errors["ReentrancyGuardReentrantCall"].ID.Bytes()[:4]) {
		return hashrateFutures.UnpackReentrancyGuardReentrantCallError(raw[4:])
	}
	if bytes.Equal(raw[:4], hashrateFutures.abi.Errors["SafeCastOverflowedUintDowncast"].ID.Bytes()[:4]) {
		return hashrateFutures.UnpackSafeCastOverflowedUintDowncastError(raw[4:])
	}
	if bytes.Equal(raw[:4], hashrateFutures.abi.Errors["SafeCastOverflowedUintToInt"].ID.Bytes()[:4]) {
		return hashrateFutures.UnpackSafeCastOverflowedUintToIntError(raw[4:])
	}
	if bytes.Equal(raw[:4], hashrateFutures.abi.Errors["SafeERC20FailedOperation"].ID.Bytes()[:4]) {
		return hashrateFutures.UnpackSafeERC20FailedOperationError(raw[4:])
	}
	if bytes.Equal(raw[:4], hashrateFutures.abi.Errors["StillSettles"].ID.Bytes()[:4]) {
		return hashrateFutures.UnpackStillSettlesError(raw[4:])
	}
	if bytes.Equal(raw[:4], hashrateFutures.abi.Errors["StringTooLong"].ID.Bytes()[:4]) {
		return hashrateFutures.UnpackStringTooLongError(raw[4:])
	}
	if bytes.Equal(raw[:4], hashrateFutures.abi.Errors["TooEarly"].ID.Bytes()[:4]) {
		return hashrateFutures.UnpackTooEarlyError(raw[4:])
	}
	if bytes.Equal(raw[:4], hashrateFutures.abi.Errors["WrongSignature"].ID.Bytes()[:4]) {
		return hashrateFutures.UnpackWrongSignatureError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// HashrateFuturesAccessControlBadConfirmation represents a AccessControlBadConfirmation error raised by the HashrateFutures contract.
type HashrateFuturesAccessControlBadConfirmation struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AccessControlBadConfirmation()
func HashrateFuturesAccessControlBadConfirmationErrorID() common.Hash {
	return common.HexToHash("0x6697b23232a647058342c0724fe7c415cab25915b54e5dbc03f233173d37b41c")
}

// UnpackAccessControlBadConfirmationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AccessControlBadConfirmation()
func (hashrateFutures *HashrateFutures) UnpackAccessControlBadConfirmationError(raw []byte) (*HashrateFuturesAccessControlBadConfirmation, error) {
	out := new(HashrateFuturesAccessControlBadConfirmation)
	if err := hashrateFutures.abi.UnpackIntoInterface(out, "AccessControlBadConfirmation", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// HashrateFuturesAccessControlEnforcedDefaultAdminDelay represents a AccessControlEnforcedDefaultAdminDelay error raised by the HashrateFutures contract.
type HashrateFuturesAccessControlEnforcedDefaultAdminDelay struct {
	Schedule *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AccessControlEnforcedDefaultAdminDelay(uint48 schedule)
func HashrateFuturesAccessControlEnforcedDefaultAdminDelayErrorID() common.Hash {
	return common.HexToHash("0x19ca5ebb8fb33f00e502c9392eddab1501674629178bf69b853cf037aaf4bb5d")
}

// UnpackAccessControlEnforcedDefaultAdminDelayError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AccessControlEnforcedDefaultAdminDelay(uint48 schedule)
func (hashrateFutures *HashrateFutures) UnpackAccessControlEnforcedDefaultAdminDelayError(raw []byte) (*HashrateFuturesAccessControlEnforcedDefaultAdminDelay, error) {
	out := new(HashrateFuturesAccessControlEnforcedDefaultAdminDelay)
	if err := hashrateFutures.abi.UnpackIntoInterface(out, "AccessControlEnforcedDefaultAdminDelay", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// HashrateFuturesAccessControlEnforcedDefaultAdminRules represents a AccessControlEnforcedDefaultAdminRules error raised by the HashrateFutures contract.
type HashrateFuturesAccessControlEnforcedDefaultAdminRules struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AccessControlEnforcedDefaultAdminRules()
func HashrateFuturesAccessControlEnforcedDefaultAdminRulesErrorID() common.Hash {
	return common.HexToHash("0x3fc3c27ae3db78c81b8f6e685172134623efa268ee8cd8d54be38ad2a74fc13b")
}

// UnpackAccessControlEnforcedDefaultAdminRulesError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AccessControlEnforcedDefaultAdminRules()
func (hashrateFutures *HashrateFutures) UnpackAccessControlEnforcedDefaultAdminRulesError(raw []byte) (*HashrateFuturesAccessControlEnforcedDefaultAdminRules, error) {
	out := new(HashrateFuturesAccessControlEnforcedDefaultAdminRules)
	if err := hashrateFutures.abi.UnpackIntoInterface(out, "AccessControlEnforcedDefaultAdminRules", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// HashrateFuturesAccessControlInvalidDefaultAdmin represents a AccessControlInvalidDefaultAdmin error raised by the HashrateFutures contract.
type HashrateFuturesAccessControlInvalidDefaultAdmin struct {
	DefaultAdmin common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AccessControlInvalidDefaultAdmin(address defaultAdmin)
func HashrateFuturesAccessControlInvalidDefaultAdminErrorID() common.Hash {
	return common.HexToHash("0xc22c8022f2a840d6b6a9f113407715f5bbd4e88c1b0dd9434dc00700ba609ed4")
}

// UnpackAccessControlInvalidDefaultAdminError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AccessControlInvalidDefaultAdmin(address defaultAdmin)
func (hashrateFutures *HashrateFutures) UnpackAccessControlInvalidDefaultAdminError(raw []byte) (*HashrateFuturesAccessControlInvalidDefaultAdmin, error) {
	out := new(HashrateFuturesAccessControlInvalidDefaultAdmin)
	if err := hashrateFutures.abi.UnpackIntoInterface(out, "AccessControlInvalidDefaultAdmin", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// HashrateFuturesAccessControlUnauthorizedAccount represents a AccessControlUnauthorizedAccount error raised by the HashrateFutures contract.
type HashrateFuturesAccessControlUnauthorizedAccount struct {
	Account    common.Address
	NeededRole [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AccessControlUnauthorizedAccount(address account, bytes32 neededRole)
func HashrateFuturesAccessControlUnauthorizedAccountErrorID() common.Hash {
	return common.HexToHash("0xe2517d3fbfae6f8515ef5ff1ccedc3933ab0cbbda0b492c06eb54ad10ef03b3e")
}

// UnpackAccessControlUnauthorizedAccountError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AccessControlUnauthorizedAccount(address account, bytes32 neededRole)
func (hashrateFutures *HashrateFutures) UnpackAccessControlUnauthorizedAccountError(raw []byte) (*HashrateFuturesAccessControlUnauthorizedAccount, error) {
	out := new(HashrateFuturesAccessControlUnauthorizedAccount)
	if err := hashrateFutures.abi.UnpackIntoInterface(out, "AccessControlUnauthorizedAccount", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// HashrateFuturesBadPair represents a BadPair error raised by the HashrateFutures contract.
type HashrateFuturesBadPair struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadPair()
func HashrateFuturesBadPairErrorID() common.Hash {
	return common.HexToHash("0x2da573dadc0b95973cbec3870c1743007cb74eea8875bb405b0b2af73a5f2233")
}

// UnpackBadPairError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadPair()
func (hashrateFutures *HashrateFutures) UnpackBadPairError(raw []byte) (*HashrateFuturesBadPair, error) {
	out := new(HashrateFuturesBadPair)
	if err := hashrateFutures.abi.UnpackIntoInterface(out, "BadPair", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// HashrateFuturesBadRules represents a BadRules error raised by the HashrateFutures contract.
type HashrateFuturesBadRules struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadRules()
func HashrateFuturesBadRulesErrorID() common.Hash {
	return common.HexToHash("0x0e3264aa250ea17ed2092f85fb5cd46dc9e7b19ea29dc293063f57dc8bc8bab7")
}

// UnpackBadRulesError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadRules()
func (hashrateFutures *HashrateFutures) UnpackBadRulesError(raw []byte) (*HashrateFuturesBadRules, error) {
	out := new(HashrateFuturesBadRules)
	if err := hashrateFutures.abi.UnpackIntoInterface(out, "BadRules", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// HashrateFuturesBadWindow represents a BadWindow error raised by the HashrateFutures contract.
type HashrateFuturesBadWindow struct {
	Start uint32
	End   uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BadWindow(uint32 start, uint32 end)
func HashrateFuturesBadWindowErrorID() common.Hash {
	return common.HexToHash("0xe57155676d805f4cdcac8cbd5bb50850a179db3977228ed1a13270c0249b3c65")
}

// UnpackBadWindowError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BadWindow(uint32 start, uint32 end)
func (hashrateFutures *HashrateFutures) UnpackBadWindowError(raw []byte) (*HashrateFuturesBadWindow, error) {
	out := new(HashrateFuturesBadWindow)
	if err := hashrateFutures.abi.UnpackIntoInterface(out, "BadWindow", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// HashrateFuturesDeliveryOver represents a DeliveryOver error raised by the HashrateFutures contract.
type HashrateFuturesDeliveryOver struct {
	End uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error DeliveryOver(uint32 end)
func HashrateFuturesDeliveryOverErrorID() common.Hash {
	return common.HexToHash("0x414cff663cbfafc0bc891865d6dd27b0b25965c7bebb0be3fb8aec8c72f483fc")
}

// UnpackDeliveryOverError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error DeliveryOver(uint32 end)
func (hashrateFutures *HashrateFutures) UnpackDeliveryOverError(raw []byte) (*HashrateFuturesDeliveryOver, error) {
	out := new(HashrateFuturesDeliveryOver)
	if err := hashrateFutures.abi.UnpackIntoInterface(out, "DeliveryOver", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// HashrateFuturesEnforcedPause represents a EnforcedPause error raised by the HashrateFutures contract.
type HashrateFuturesEnforcedPause struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EnforcedPause()
func HashrateFuturesEnforcedPauseErrorID() common.Hash {
	return common.HexToHash("0xd93c0665d6c96d04a8f174024fc4ddd66c250604aff22bbec808de86dd3637e3")
}

// UnpackEnforcedPauseError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EnforcedPause()
func (hashrateFutures *HashrateFutures) UnpackEnforcedPauseError(raw []byte) (*HashrateFuturesEnforcedPause, error) {
	out := new(HashrateFuturesEnforcedPause)
	if err := hashrateFutures.abi.UnpackIntoInterface(out, "EnforcedPause", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// HashrateFuturesExpectedPause represents a ExpectedPause error raised by the HashrateFutures contract.
type HashrateFuturesExpectedPause struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ExpectedPause()
func HashrateFuturesExpectedPauseErrorID() common.Hash {
	return common.HexToHash("0x8dfc202bcfe9a735b559bee70674422512bc5c30f687046ae8778315fb81da44")
}

// UnpackExpectedPauseError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ExpectedPause()
func (hashrateFutures *HashrateFutures) UnpackExpectedPauseError(raw []byte) (*HashrateFuturesExpectedPause, error) {
	out := new(HashrateFuturesExpectedPause)
	if err := hashrateFutures.abi.UnpackIntoInterface(out, "ExpectedPause", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// HashrateFuturesFeeOnTransfer represents a FeeOnTransfer error raised by the HashrateFutures contract.
type HashrateFuturesFeeOnTransfer struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error FeeOnTransfer()
func HashrateFuturesFeeOnTransferErrorID() common.Hash {
	return common.HexToHash("0x61e6549eb699c624e3af300f328ae22ab11d18df21da465cdf4dfe82d5238b33")
}

// UnpackFeeOnTransferError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error FeeOnTransfer()
func (hashrateFutures *HashrateFutures) UnpackFeeOnTransferError(raw []byte) (*HashrateFuturesFeeOnTransfer, error) {
	out := new(HashrateFuturesFeeOnTransfer)
	if err := hashrateFutures.abi.UnpackIntoInterface(out, "FeeOnTransfer", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// HashrateFuturesInvalidShortString represents a InvalidShortString error raised by the HashrateFutures contract.
type HashrateFuturesInvalidShortString struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidShortString()
func HashrateFuturesInvalidShortStringErrorID() common.Hash {
	return common.HexToHash("0xb3512b0c6163e5f0bafab72bb631b9d58cd7a731b082f910338aa21c83d5c274")
}

// UnpackInvalidShortStringError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidShortString()
func (hashrateFutures *HashrateFutures) UnpackInvalidShortStringError(raw []byte) (*HashrateFuturesInvalidShortString, error) {
	out := new(HashrateFuturesInvalidShortString)
	if err := hashrateFutures.abi.UnpackIntoInterface(out, "InvalidShortString", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// HashrateFuturesNoPosition represents a NoPosition error raised by the HashrateFutures contract.
type HashrateFuturesNoPosition struct {
	Id *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NoPosition(uint256 id)
func HashrateFuturesNoPositionErrorID() common.Hash {
	return common.HexToHash("0xf886eb8ccc726c218aa206b8e963bb503ad4640329988b7eb4fd1ad24d504b40")
}

// UnpackNoPositionError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NoPosition(uint256 id)
func (hashrateFutures *HashrateFutures) UnpackNoPositionError(raw []byte) (*HashrateFuturesNoPosition, error) {
	out := new(HashrateFuturesNoPosition)
	if err := hashrateFutures.abi.UnpackIntoInterface(out, "NoPosition", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// HashrateFuturesNotAParty represents a NotAParty error raised by the HashrateFutures contract.
type HashrateFuturesNotAParty struct {
	Id *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotAParty(uint256 id)
func HashrateFuturesNotAPartyErrorID() common.Hash {
	return common.HexToHash("0x8038e6cc4ebe555be340b19dbdf119078a4e70c6525c6e4cc714fff8ad8ca683")
}

// UnpackNotAPartyError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotAParty(uint256 id)
func (hashrateFutures *HashrateFutures) UnpackNotAPartyError(raw []byte) (*HashrateFuturesNotAParty, error) {
	out := new(HashrateFuturesNotAParty)
	if err := hashrateFutures.abi.UnpackIntoInterface(out, "NotAParty", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// HashrateFuturesNotAdmitted represents a NotAdmitted error raised by the HashrateFutures contract.
type HashrateFuturesNotAdmitted struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotAdmitted(address account)
func HashrateFuturesNotAdmittedErrorID() common.Hash {
	return common.HexToHash("0xf9eb7453ab8744e4cb94d46ace41077884bf6f2444cf33296649fc80d1eeb578")
}

// UnpackNotAdmittedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotAdmitted(address account)
func (hashrateFutures *HashrateFutures) UnpackNotAdmittedError(raw []byte) (*HashrateFuturesNotAdmitted, error) {
	out := new(HashrateFuturesNotAdmitted)
	if err := hashrateFutures.abi.UnpackIntoInterface(out, "NotAdmitted", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// HashrateFuturesNotEnough represents a NotEnough error raised by the HashrateFutures contract.
type HashrateFuturesNotEnough struct {
	Account common.Address
	Wanted  *big.Int
	Left    *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotEnough(address account, uint256 wanted, uint256 left)
func HashrateFuturesNotEnoughErrorID() common.Hash {
	return common.HexToHash("0x52d826c5593be530421815839feb72fbcf26cce524a7e0ae5b4369467b87ac84")
}

// UnpackNotEnoughError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotEnough(address account, uint256 wanted, uint256 left)
func (hashrateFutures *HashrateFutures) UnpackNotEnoughError(raw []byte) (*HashrateFuturesNotEnough, error) {
	out := new(HashrateFuturesNotEnough)
	if err := hashrateFutures.abi.UnpackIntoInterface(out, "NotEnough", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// HashrateFuturesNotNewer represents a NotNewer error raised by the HashrateFutures contract.
type HashrateFuturesNotNewer struct {
	LastEpoch uint32
	Epoch     uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotNewer(uint32 lastEpoch, uint32 epoch)
func HashrateFuturesNotNewerErrorID() common.Hash {
	return common.HexToHash("0x14be5413a181b350b111cf3083433e9af0e03a6bf9b4b7047256aadec7a99a46")
}

// UnpackNotNewerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotNewer(uint32 lastEpoch, uint32 epoch)
func (hashrateFutures *HashrateFutures) UnpackNotNewerError(raw []byte) (*HashrateFuturesNotNewer, error) {
	out := new(HashrateFuturesNotNewer)
	if err := hashrateFutures.abi.UnpackIntoInterface(out, "NotNewer", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// HashrateFuturesOrderExpired represents a OrderExpired error raised by the HashrateFutures contract.
type HashrateFuturesOrderExpired struct {
	Deadline uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OrderExpired(uint64 deadline)
func HashrateFuturesOrderExpiredErrorID() common.Hash {
	return common.HexToHash("0xbd5c334eea6c5b4b7e9ea07a8ac61efc9878ce8783211311d885ccdb1c6cf883")
}

// UnpackOrderExpiredError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OrderExpired(uint64 deadline)
func (hashrateFutures *HashrateFutures) UnpackOrderExpiredError(raw []byte) (*HashrateFuturesOrderExpired, error) {
	out := new(HashrateFuturesOrderExpired)
	if err := hashrateFutures.abi.UnpackIntoInterface(out, "OrderExpired", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// HashrateFuturesOverfilled represents a Overfilled error raised by the HashrateFutures contract.
type HashrateFuturesOverfilled struct {
	OrderHash [32]byte
	Left      *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Overfilled(bytes32 orderHash, uint256 left)
func HashrateFuturesOverfilledErrorID() common.Hash {
	return common.HexToHash("0xd4047aede24561248e506bfcc3d59e418e9704ee7cb231e32ee820eb3a3f7e23")
}

// UnpackOverfilledError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Overfilled(bytes32 orderHash, uint256 left)
func (hashrateFutures *HashrateFutures) UnpackOverfilledError(raw []byte) (*HashrateFuturesOverfilled, error) {
	out := new(HashrateFuturesOverfilled)
	if err := hashrateFutures.abi.UnpackIntoInterface(out, "Overfilled", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// HashrateFuturesPriceOff represents a PriceOff error raised by the HashrateFutures contract.
type HashrateFuturesPriceOff struct {
	Price *big.Int
	Index *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PriceOff(uint128 price, uint128 index)
func HashrateFuturesPriceOffErrorID() common.Hash {
	return common.HexToHash("0x39cde1639878fa6352bb9b89fe3554982c780ed14e2989432ef3914a5775b7b7")
}

// UnpackPriceOffError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PriceOff(uint128 price, uint128 index)
func (hashrateFutures *HashrateFutures) UnpackPriceOffError(raw []byte) (*HashrateFuturesPriceOff, error) {
	out := new(HashrateFuturesPriceOff)
	if err := hashrateFutures.abi.UnpackIntoInterface(out, "PriceOff", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// HashrateFuturesReentrancyGuardReentrantCall represents a ReentrancyGuardReentrantCall error raised by the HashrateFutures contract.
type HashrateFuturesReentrancyGuardReentrantCall struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ReentrancyGuardReentrantCall()
func HashrateFuturesReentrancyGuardReentrantCallErrorID() common.Hash {
	return common.HexToHash("0x3ee5aeb571de7fc460830b4d0017439a1ca56fb0bc39062227ade4fe4a24c1ca")
}

// UnpackReentrancyGuardReentrantCallError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ReentrancyGuardReentrantCall()
func (hashrateFutures *HashrateFutures) UnpackReentrancyGuardReentrantCallError(raw []byte) (*HashrateFuturesReentrancyGuardReentrantCall, error) {
	out := new(HashrateFuturesReentrancyGuardReentrantCall)
	if err := hashrateFutures.abi.UnpackIntoInterface(out, "ReentrancyGuardReentrantCall", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// HashrateFuturesSafeCastOverflowedUintDowncast represents a SafeCastOverflowedUintDowncast error raised by the HashrateFutures contract.
type HashrateFuturesSafeCastOverflowedUintDowncast struct {
	Bits  uint8
	Value *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SafeCastOverflowedUintDowncast(uint8 bits, uint256 value)
func HashrateFuturesSafeCastOverflowedUintDowncastErrorID() common.Hash {
	return common.HexToHash("0x6dfcc6503a32754ce7a89698e18201fc5294fd4aad43edefee786f88423b1a12")
}

// UnpackSafeCastOverflowedUintDowncastError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SafeCastOverflowedUintDowncast(uint8 bits, uint256 value)
func (hashrateFutures *HashrateFutures) UnpackSafeCastOverflowedUintDowncastError(raw []byte) (*HashrateFuturesSafeCastOverflowedUintDowncast, error) {
	out := new(HashrateFuturesSafeCastOverflowedUintDowncast)
	if err := hashrateFutures.abi.UnpackIntoInterface(out, "SafeCastOverflowedUintDowncast", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// HashrateFuturesSafeCastOverflowedUintToInt represents a SafeCastOverflowedUintToInt error raised by the HashrateFutures contract.
type HashrateFuturesSafeCastOverflowedUintToInt struct {
	Value *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SafeCastOverflowedUintToInt(uint256 value)
func HashrateFuturesSafeCastOverflowedUintToIntErrorID() common.Hash {
	return common.HexToHash("0x24775e0629ae69d78c11bae050651b81820407f300ff750ff2be51e4ce75c37f")
}

// UnpackSafeCastOverflowedUintToIntError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SafeCastOverflowedUintToInt(uint256 value)
func (hashrateFutures *HashrateFutures) UnpackSafeCastOverflowedUintToIntError(raw []byte) (*HashrateFuturesSafeCastOverflowedUintToInt, error) {
	out := new(HashrateFuturesSafeCastOverflowedUintToInt)
	if err := hashrateFutures.abi.UnpackIntoInterface(out, "SafeCastOverflowedUintToInt", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// HashrateFuturesSafeERC20FailedOperation represents a SafeERC20FailedOperation error raised by the HashrateFutures contract.
type HashrateFuturesSafeERC20FailedOperation struct {
	Token common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SafeERC20FailedOperation(address token)
func HashrateFuturesSafeERC20FailedOperationErrorID() common.Hash {
	return common.HexToHash("0x5274afe73c98b4749fc91ffae6b7b574e7842cb2144a159e9377a5f20b32edf9")
}

// UnpackSafeERC20FailedOperationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SafeERC20FailedOperation(address token)
func (hashrateFutures *HashrateFutures) UnpackSafeERC20FailedOperationError(raw []byte) (*HashrateFuturesSafeERC20FailedOperation, error) {
	out := new(HashrateFuturesSafeERC20FailedOperation)
	if err := hashrateFutures.abi.UnpackIntoInterface(out, "SafeERC20FailedOperation", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// HashrateFuturesStillSettles represents a StillSettles error raised by the HashrateFutures contract.
type HashrateFuturesStillSettles struct {
	Id *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error StillSettles(uint256 id)
func HashrateFuturesStillSettlesErrorID() common.Hash {
	return common.HexToHash("0x40c1f5afbf5bc1df59029f44e0751b467fc76b84660c6fdd59d21d5056aadb03")
}

// UnpackStillSettlesError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error StillSettles(uint256 id)
func (hashrateFutures *HashrateFutures) UnpackStillSettlesError(raw []byte) (*HashrateFuturesStillSettles, error) {
	out := new(HashrateFuturesStillSettles)
	if err := hashrateFutures.abi.UnpackIntoInterface(out, "StillSettles", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// HashrateFuturesStringTooLong represents a StringTooLong error raised by the HashrateFutures contract.
type HashrateFuturesStringTooLong struct {
	Str string
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error StringTooLong(string str)
func HashrateFuturesStringTooLongErrorID() common.Hash {
	return common.HexToHash("0x305a27a93f8e33b7392df0a0f91d6fc63847395853c45991eec52dbf24d72381")
}

// UnpackStringTooLongError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error StringTooLong(string str)
func (hashrateFutures *HashrateFutures) UnpackStringTooLongError(raw []byte) (*HashrateFuturesStringTooLong, error) {
	out := new(HashrateFuturesStringTooLong)
	if err := hashrateFutures.abi.UnpackIntoInterface(out, "StringTooLong", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// HashrateFuturesTooEarly represents a TooEarly error raised by the HashrateFutures contract.
type HashrateFuturesTooEarly struct {
	OpenAt *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TooEarly(uint256 openAt)
func HashrateFuturesTooEarlyErrorID() common.Hash {
	return common.HexToHash("0x2a35a3246d5070e2b118858c24c2c4d23eaebe645b92ab746b92dd600c35a9d7")
}

// UnpackTooEarlyError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TooEarly(uint256 openAt)
func (hashrateFutures *HashrateFutures) UnpackTooEarlyError(raw []byte) (*HashrateFuturesTooEarly, error) {
	out := new(HashrateFuturesTooEarly)
	if err := hashrateFutures.abi.UnpackIntoInterface(out, "TooEarly", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// HashrateFuturesWrongSignature represents a WrongSignature error raised by the HashrateFutures contract.
type HashrateFuturesWrongSignature struct {
	Trader common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongSignature(address trader)
func HashrateFuturesWrongSignatureErrorID() common.Hash {
	return common.HexToHash("0x00414a429add3249f66ac1da4172597287a6de3332d3a5772c47352210f4333c")
}

// UnpackWrongSignatureError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongSignature(address trader)
func (hashrateFutures *HashrateFutures) UnpackWrongSignatureError(raw []byte) (*HashrateFuturesWrongSignature, error) {
	out := new(HashrateFuturesWrongSignature)
	if err := hashrateFutures.abi.UnpackIntoInterface(out, "WrongSignature", raw); err != nil {
		return nil, err
	}
	return out, nil
}
