// Code generated via abigen V2 - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package certificatemarket

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

// CertificateMarketMetaData contains all meta data concerning the CertificateMarket contract.
var CertificateMarketMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"admin\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"adminDelay\",\"type\":\"uint48\",\"internalType\":\"uint48\"},{\"name\":\"nft\",\"type\":\"address\",\"internalType\":\"contractIERC721\"},{\"name\":\"stable\",\"type\":\"address\",\"internalType\":\"contractIERC20\"},{\"name\":\"reward\",\"type\":\"address\",\"internalType\":\"contractIERC20\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"DEFAULT_ADMIN_ROLE\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"PAUSER_ROLE\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"acceptDefaultAdminTransfer\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"beginDefaultAdminTransfer\",\"inputs\":[{\"name\":\"newAdmin\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"buy\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"currency\",\"type\":\"address\",\"internalType\":\"contractIERC20\"},{\"name\":\"price\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"cancelDefaultAdminTransfer\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"certificates\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractIERC721\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"changeDefaultAdminDelay\",\"inputs\":[{\"name\":\"newDelay\",\"type\":\"uint48\",\"internalType\":\"uint48\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"credit\",\"inputs\":[{\"name\":\"currency\",\"type\":\"address\",\"internalType\":\"contractIERC20\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"amount\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"defaultAdmin\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"defaultAdminDelay\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint48\",\"internalType\":\"uint48\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"defaultAdminDelayIncreaseWait\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint48\",\"internalType\":\"uint48\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"getRoleAdmin\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"grantRole\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"hasRole\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"list\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"currency\",\"type\":\"address\",\"internalType\":\"contractIERC20\"},{\"name\":\"price\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"listingOf\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"seller\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"currency\",\"type\":\"address\",\"internalType\":\"contractIERC20\"},{\"name\":\"price\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"owner\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"pause\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"paused\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"pendingDefaultAdmin\",\"inputs\":[],\"outputs\":[{\"name\":\"newAdmin\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"schedule\",\"type\":\"uint48\",\"internalType\":\"uint48\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"pendingDefaultAdminDelay\",\"inputs\":[],\"outputs\":[{\"name\":\"newDelay\",\"type\":\"uint48\",\"internalType\":\"uint48\"},{\"name\":\"schedule\",\"type\":\"uint48\",\"internalType\":\"uint48\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"renounceRole\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"revokeRole\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"rewardToken\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractIERC20\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"rollbackDefaultAdminDelay\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"stablecoin\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractIERC20\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"supportsInterface\",\"inputs\":[{\"name\":\"interfaceId\",\"type\":\"bytes4\",\"internalType\":\"bytes4\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"takeBack\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"unpause\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"withdraw\",\"inputs\":[{\"name\":\"currency\",\"type\":\"address\",\"internalType\":\"contractIERC20\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"event\",\"name\":\"DefaultAdminDelayChangeCanceled\",\"inputs\":[],\"anonymous\":false},{\"type\":\"event\",\"name\":\"DefaultAdminDelayChangeScheduled\",\"inputs\":[{\"name\":\"newDelay\",\"type\":\"uint48\",\"indexed\":false,\"internalType\":\"uint48\"},{\"name\":\"effectSchedule\",\"type\":\"uint48\",\"indexed\":false,\"internalType\":\"uint48\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"DefaultAdminTransferCanceled\",\"inputs\":[],\"anonymous\":false},{\"type\":\"event\",\"name\":\"DefaultAdminTransferScheduled\",\"inputs\":[{\"name\":\"newAdmin\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"acceptSchedule\",\"type\":\"uint48\",\"indexed\":false,\"internalType\":\"uint48\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Listed\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"seller\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"currency\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"price\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Paused\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"RoleAdminChanged\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"previousAdminRole\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"newAdminRole\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"RoleGranted\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"account\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"sender\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"RoleRevoked\",\"inputs\":[{\"name\":\"role\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"account\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"sender\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Sold\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"seller\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"buyer\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"currency\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"},{\"name\":\"price\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"TakenBack\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"indexed\":true,\"internalType\":\"uint256\"},{\"name\":\"seller\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Unpaused\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Withdrawn\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"currency\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"AccessControlBadConfirmation\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"AccessControlEnforcedDefaultAdminDelay\",\"inputs\":[{\"name\":\"schedule\",\"type\":\"uint48\",\"internalType\":\"uint48\"}]},{\"type\":\"error\",\"name\":\"AccessControlEnforcedDefaultAdminRules\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"AccessControlInvalidDefaultAdmin\",\"inputs\":[{\"name\":\"defaultAdmin\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"AccessControlUnauthorizedAccount\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"neededRole\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"EnforcedPause\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"ExpectedPause\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"FeeOnTransfer\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotListed\",\"inputs\":[{\"name\":\"id\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"NotTheSeller\",\"inputs\":[{\"name\":\"seller\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"NothingToWithdraw\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"OtherTerms\",\"inputs\":[{\"name\":\"currency\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"price\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"ReentrancyGuardReentrantCall\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"SafeCastOverflowedUintDowncast\",\"inputs\":[{\"name\":\"bits\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"value\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"SafeERC20FailedOperation\",\"inputs\":[{\"name\":\"token\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"UnknownCurrency\",\"inputs\":[{\"name\":\"currency\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"ZeroPrice\",\"inputs\":[]}]",
	ID:  "CertificateMarket",
	Bin: "0x60e060405234801561000f575f5ffd5b50604051611c45380380611c4583398101604081905261002e916101d6565b83856001600160a01b03811661005d57604051636116401160e11b81525f600482015260240160405180910390fd5b600180546001600160d01b0316600160d01b65ffffffffffff8516021790556100865f826100a9565b5050506001600160a01b0392831660805290821660a0521660c052506102519050565b5f82610105575f6100c26002546001600160a01b031690565b6001600160a01b0316146100e957604051631fe1e13d60e11b815260040160405180910390fd5b600280546001600160a01b0319166001600160a01b0384161790555b61010f8383610118565b90505b92915050565b5f828152602081815260408083206001600160a01b038516845290915281205460ff166101b8575f838152602081815260408083206001600160a01b03861684529091529020805460ff191660011790556101703390565b6001600160a01b0316826001600160a01b0316847f2f8788117e7eff1d82e926ec794901d17c78024a50270940304540a733656f0d60405160405180910390a4506001610112565b505f610112565b6001600160a01b03811681146101d3575f5ffd5b50565b5f5f5f5f5f60a086880312156101ea575f5ffd5b85516101f5816101bf565b602087015190955065ffffffffffff81168114610210575f5ffd5b6040870151909450610221816101bf565b6060870151909350610232816101bf565b6080870151909250610243816101bf565b809150509295509295909350565b60805160a05160c0516119a761029e5f395f81816104c6015261057601525f818161049f015261053901525f8181610343015281816106b5015281816109d80152610eba01526119a75ff3fe608060405234801561000f575f5ffd5b50600436106101dc575f3560e01c80638da5cb5b11610109578063cf6eefb71161009e578063e34049811161006e578063e340498114610429578063e63ab1e914610473578063e9cbd8221461049a578063f7c618c1146104c1575f5ffd5b8063cf6eefb7146103cd578063d547741f146103fb578063d602b9fd1461040e578063dd69583814610416575f5ffd5b8063a217fddf116100d9578063a217fddf1461038c578063cc1f0d2d14610393578063cc8463c8146103bd578063cefc1429146103c5575f5ffd5b80638da5cb5b1461032357806391d148541461032b5780639b00b81f1461033e578063a1eda53c14610365575f5ffd5b806336568abe1161017f578063634e93da1161014f578063634e93da146102d0578063649a5ec7146102e35780638456cb59146102f657806384ef8ffc146102fe575f5ffd5b806336568abe146102975780633f4ba83a146102aa57806351cff8d9146102b25780635c975abb146102c5575f5ffd5b8063248a9ca3116101ba578063248a9ca31461022e57806328f251b31461025e5780632afaca20146102715780632f2ff15d14610284575f5ffd5b806301ffc9a7146101e0578063022d63fb146102085780630aa6220b14610224575b5f5ffd5b6101f36101ee3660046117c8565b6104e8565b60405190151581526020015b60405180910390f35b620697805b60405165ffffffffffff90911681526020016101ff565b61022c610512565b005b61025061023c3660046117ef565b5f9081526020819052604090206001015490565b6040519081526020016101ff565b61022c61026c36600461181a565b610527565b61022c61027f36600461181a565b610728565b61022c61029236600461184f565b610a48565b61022c6102a536600461184f565b610a74565b61022c610b1a565b61022c6102c036600461187d565b610b2c565b60035460ff166101f3565b61022c6102de36600461187d565b610bec565b61022c6102f1366004611898565b610bff565b61022c610c12565b6002546001600160a01b03165b6040516001600160a01b0390911681526020016101ff565b61030b610c44565b6101f361033936600461184f565b610c5c565b61030b7f000000000000000000000000000000000000000000000000000000000000000081565b61036d610c84565b6040805165ffffffffffff9384168152929091166020830152016101ff565b6102505f81565b6102506103a13660046118bd565b600560209081525f928352604080842090915290825290205481565b61020d610cd6565b61022c610d34565b6103d5610d73565b604080516001600160a01b03909316835265ffffffffffff9091166020830152016101ff565b61022c61040936600461184f565b610d94565b61022c610dbc565b61022c6104243660046117ef565b610dce565b6104646104373660046117ef565b60046020525f90815260409020805460018201546002909201546001600160a01b03918216929091169083565b6040516101ff939291906118e9565b6102507f65d7a28e3265b37a6474929f336521b332c1681b933f6cb9f3376673440d862a81565b61030b7f000000000000000000000000000000000000000000000000000000000000000081565b61030b7f000000000000000000000000000000000000000000000000000000000000000081565b5f6001600160e01b031982166318a4c3c360e11b148061050c575061050c82610f29565b92915050565b5f61051c81610f5d565b610524610f67565b50565b61052f610f73565b610537610f97565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316826001600160a01b0316141580156105ab57507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316826001600160a01b031614155b156105d957604051636696bfc360e11b81526001600160a01b03831660048201526024015b60405180910390fd5b805f036105f957604051634dfba02360e01b815260040160405180910390fd5b60408051606081018252338082526001600160a01b0385811660208085018281528587018881525f8b8152600490935291879020955186549085166001600160a01b03199182161787559051600187018054919095169116179092559051600290930192909255915190919085907f3a3b6270fcdc37ecb0bed48e10b15c0da4f9a03683cf6fe36b77460982095231906106969086815260200190565b60405180910390a46040516323b872dd60e01b81526001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016906323b872dd906106ee903390309088906004016118e9565b5f604051808303815f87803b158015610705575f5ffd5b505af1158015610717573d5f5f3e3d5ffd5b50505050610723610fcc565b505050565b610730610f73565b610738610f97565b5f83815260046020908152604091829020825160608101845281546001600160a01b039081168083526001840154909116938201939093526002909101549281019290925261079d5760405163068bb67560e51b8152600481018590526024016105d0565b826001600160a01b031681602001516001600160a01b03161415806107c6575081816040015114155b156107ff5760208101516040808301519051638866209360e01b81526001600160a01b03909216600483015260248201526044016105d0565b5f84815260046020908152604080832080546001600160a01b0319908116825560018201805490911690556002018390556001600160a01b038681168452600583528184208551909116845290915281208054849290610860908490611921565b90915550508051604080516001600160a01b038681168252602082018690523393169187917f718c73f54865a651c90bc511212f34f45b7ae937af84e00d61bfc0fefeaacb76910160405180910390a46040516370a0823160e01b81523060048201525f906001600160a01b038516906370a0823190602401602060405180830381865afa1580156108f4573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906109189190611934565b905061092f6001600160a01b038516333086610ff6565b6040516370a0823160e01b8152306004820152839082906001600160a01b038716906370a0823190602401602060405180830381865afa158015610975573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906109999190611934565b6109a3919061194b565b146109c1576040516330f32a4f60e11b815260040160405180910390fd5b6040516323b872dd60e01b81526001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016906323b872dd90610a1190309033908a906004016118e9565b5f604051808303815f87803b158015610a28575f5ffd5b505af1158015610a3a573d5f5f3e3d5ffd5b505050505050610723610fcc565b81610a6657604051631fe1e13d60e11b815260040160405180910390fd5b610a708282611032565b5050565b81158015610a8f57506002546001600160a01b038281169116145b15610b10575f5f610a9e610d73565b90925090506001600160a01b038216151580610ac0575065ffffffffffff8116155b80610ad357504265ffffffffffff821610155b15610afb576040516319ca5ebb60e01b815265ffffffffffff821660048201526024016105d0565b50506001805465ffffffffffff60a01b191690555b610a708282611056565b5f610b2481610f5d565b610524611089565b610b34610f97565b6001600160a01b0381165f90815260056020908152604080832033845290915281205490819003610b7857604051630686827b60e51b815260040160405180910390fd5b6001600160a01b0382165f8181526005602090815260408083203380855290835281842093909355518481527fd1c19fbcd4551a5edfb66d43d2e337c04837afda3482b42bdf569a8fccdae5fb910160405180910390a3610be36001600160a01b03831633836110db565b50610524610fcc565b5f610bf681610f5d565b610a7082611110565b5f610c0981610f5d565b610a7082611182565b7f65d7a28e3265b37a6474929f336521b332c1681b933f6cb9f3376673440d862a610c3c81610f5d565b6105246111f1565b5f610c576002546001600160a01b031690565b905090565b5f918252602082815260408084206001600160a01b0393909316845291905290205460ff1690565b6002545f90600160d01b900465ffffffffffff168015158015610caf57504265ffffffffffff821610155b610cba575f5f610cce565b600254600160a01b900465ffffffffffff16815b915091509091565b6002545f90600160d01b900465ffffffffffff168015158015610d0057504265ffffffffffff8216105b610d1b57600154600160d01b900465ffffffffffff16610d2e565b600254600160a01b900465ffffffffffff165b91505090565b5f610d3d610d73565b509050336001600160a01b03821614610d6b57604051636116401160e11b81523360048201526024016105d0565b61052461122e565b6001546001600160a01b03811691600160a01b90910465ffffffffffff1690565b81610db257604051631fe1e13d60e11b815260040160405180910390fd5b610a7082826112c4565b5f610dc681610f5d565b6105246112e8565b610dd6610f97565b5f818152600460205260409020546001600160a01b031680610e0e5760405163068bb67560e51b8152600481018390526024016105d0565b6001600160a01b0381163314610e42576040516347e4cda360e11b81526001600160a01b03821660048201526024016105d0565b5f8281526004602052604080822080546001600160a01b031990811682556001820180549091169055600201829055516001600160a01b0383169184917f5f21183a442c3cef7e40b0c0bd1929ed25701ef77d0bba2451a2e6baac5e52fb9190a36040516323b872dd60e01b81526001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016906323b872dd90610ef3903090859087906004016118e9565b5f604051808303815f87803b158015610f0a575f5ffd5b505af1158015610f1c573d5f5f3e3d5ffd5b5050505050610524610fcc565b5f6001600160e01b03198216637965db0b60e01b148061050c57506301ffc9a760e01b6001600160e01b031983161461050c565b61052481336112f2565b610f715f5f61132b565b565b60035460ff1615610f715760405163d93c066560e01b815260040160405180910390fd5b610f9f6113ea565b610f7160017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005b9061142a565b610f715f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f00610fc6565b611004848484846001611431565b61102c57604051635274afe760e01b81526001600160a01b03851660048201526024016105d0565b50505050565b5f8281526020819052604090206001015461104c81610f5d565b61102c838361149e565b6001600160a01b038116331461107f5760405163334bd91960e11b815260040160405180910390fd5b610723828261150b565b611091611547565b6003805460ff191690557f5db9ee0a495bf2e6ff9c91a7834c1ba4fdd244a5e8aa4e537bd38aeae4b073aa335b6040516001600160a01b03909116815260200160405180910390a1565b6110e8838383600161156a565b61072357604051635274afe760e01b81526001600160a01b03841660048201526024016105d0565b5f611119610cd6565b611122426115cc565b61112c919061195e565b90506111388282611602565b60405165ffffffffffff821681526001600160a01b038316907f3377dc44241e779dd06afab5b788a35ca5f3b778836e2990bdb26a2a4b2e5ed69060200160405180910390a25050565b5f61118c8261167f565b611195426115cc565b61119f919061195e565b90506111ab828261132b565b6040805165ffffffffffff8085168252831660208201527ff1038c18cf84a56e432fdbfaf746924b7ea511dfe03a6506a0ceba4888788d9b910160405180910390a15050565b6111f9610f73565b6003805460ff191660011790557f62e78cea01bee320cd4e420270b5ea74000d11b0c9f74754ebdbfc544b05a2586110be3390565b5f5f611238610d73565b9150915061124d8165ffffffffffff16151590565b158061126157504265ffffffffffff821610155b15611289576040516319ca5ebb60e01b815265ffffffffffff821660048201526024016105d0565b6112a45f61129f6002546001600160a01b031690565b61150b565b506112af5f8361149e565b5050600180546001600160d01b031916905550565b5f828152602081905260409020600101546112de81610f5d565b61102c838361150b565b610f715f5f611602565b6112fc8282610c5c565b610a705760405163e2517d3f60e01b81526001600160a01b0382166004820152602481018390526044016105d0565b600254600160d01b900465ffffffffffff1680156113ad574265ffffffffffff8216101561138457600254600180546001600160d01b0316600160a01b90920465ffffffffffff16600160d01b029190911790556113ad565b6040517f2b1fa2edafe6f7b9e97c1a9e0c3660e645beb2dcaa2d45bdbf9beaf5472e1ec5905f90a15b50600280546001600160a01b0316600160a01b65ffffffffffff948516026001600160d01b031617600160d01b9290931691909102919091179055565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c15610f7157604051633ee5aeb560e01b815260040160405180910390fd5b80825d5050565b6040516323b872dd60e01b5f8181526001600160a01b038781166004528616602452604485905291602083606481808c5af1925060015f5114831661148d578383151615611481573d5f823e3d81fd5b5f883b113d1516831692505b604052505f60605295945050505050565b5f826114fa575f6114b76002546001600160a01b031690565b6001600160a01b0316146114de57604051631fe1e13d60e11b815260040160405180910390fd5b600280546001600160a01b0319166001600160a01b0384161790555b61150483836116d0565b9392505050565b5f8215801561152757506002546001600160a01b038381169116145b1561153d57600280546001600160a01b03191690555b611504838361175f565b60035460ff16610f7157604051638dfc202b60e01b815260040160405180910390fd5b60405163a9059cbb60e01b5f8181526001600160a01b038616600452602485905291602083604481808b5af1925060015f511483166115c05783831516156115b4573d5f823e3d81fd5b5f873b113d1516831692505b60405250949350505050565b5f65ffffffffffff8211156115fe576040516306dfcc6560e41b815260306004820152602481018390526044016105d0565b5090565b5f61160b610d73565b6001805465ffffffffffff8616600160a01b026001600160d01b03199091166001600160a01b03881617179055915061164d90508165ffffffffffff16151590565b15610723576040517f8886ebfc4259abdbc16601dd8fb5678e54878f47b3c34836cfc51154a9605109905f90a1505050565b5f5f611689610cd6565b90508065ffffffffffff168365ffffffffffff16116116b1576116ac838261197c565b611504565b61150465ffffffffffff8416620697805f828218828410028218611504565b5f6116db8383610c5c565b611758575f838152602081815260408083206001600160a01b03861684529091529020805460ff191660011790556117103390565b6001600160a01b0316826001600160a01b0316847f2f8788117e7eff1d82e926ec794901d17c78024a50270940304540a733656f0d60405160405180910390a450600161050c565b505f61050c565b5f61176a8383610c5c565b15611758575f838152602081815260408083206001600160a01b0386168085529252808320805460ff1916905551339286917ff6391f5c32d9c69d2a47ea670b442974b53935d1edc7fd64eb21e047a839171b9190a450600161050c565b5f602082840312156117d8575f5ffd5b81356001600160e01b031981168114611504575f5ffd5b5f602082840312156117ff575f5ffd5b5035919050565b6001600160a01b0381168114610524575f5ffd5b5f5f5f6060848603121561182c575f5ffd5b83359250602084013561183e81611806565b929592945050506040919091013590565b5f5f60408385031215611860575f5ffd5b82359150602083013561187281611806565b809150509250929050565b5f6020828403121561188d575f5ffd5b813561150481611806565b5f602082840312156118a8575f5ffd5b813565ffffffffffff81168114611504575f5ffd5b5f5f604083850312156118ce575f5ffd5b82356118d981611806565b9150602083013561187281611806565b6001600160a01b039384168152919092166020820152604081019190915260600190565b634e487b7160e01b5f52601160045260245ffd5b8082018082111561050c5761050c61190d565b5f60208284031215611944575f5ffd5b5051919050565b8181038181111561050c5761050c61190d565b65ffffffffffff818116838216019081111561050c5761050c61190d565b65ffffffffffff828116828216039081111561050c5761050c61190d56fea164736f6c6343000825000a",
}

// CertificateMarket is an auto generated Go binding around an Ethereum contract.
type CertificateMarket struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *CertificateMarket) GetABI() abi.ABI {
	return c.abi
}

// NewCertificateMarket creates a new instance of CertificateMarket.
func NewCertificateMarket() *CertificateMarket {
	parsed, err := CertificateMarketMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &CertificateMarket{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *CertificateMarket) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address admin, uint48 adminDelay, address nft, address stable, address reward) returns()
func (certificateMarket *CertificateMarket) PackConstructor(admin common.Address, adminDelay *big.Int, nft common.Address, stable common.Address, reward common.Address) []byte {
	enc, err := certificateMarket.abi.Pack("", admin, adminDelay, nft, stable, reward)
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
func (certificateMarket *CertificateMarket) PackDEFAULTADMINROLE() []byte {
	enc, err := certificateMarket.abi.Pack("DEFAULT_ADMIN_ROLE")
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
func (certificateMarket *CertificateMarket) TryPackDEFAULTADMINROLE() ([]byte, error) {
	return certificateMarket.abi.Pack("DEFAULT_ADMIN_ROLE")
}

// UnpackDEFAULTADMINROLE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa217fddf.
//
// Solidity: function DEFAULT_ADMIN_ROLE() view returns(bytes32)
func (certificateMarket *CertificateMarket) UnpackDEFAULTADMINROLE(data []byte) ([32]byte, error) {
	out, err := certificateMarket.abi.Unpack("DEFAULT_ADMIN_ROLE", data)
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
func (certificateMarket *CertificateMarket) PackPAUSERROLE() []byte {
	enc, err := certificateMarket.abi.Pack("PAUSER_ROLE")
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
func (certificateMarket *CertificateMarket) TryPackPAUSERROLE() ([]byte, error) {
	return certificateMarket.abi.Pack("PAUSER_ROLE")
}

// UnpackPAUSERROLE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe63ab1e9.
//
// Solidity: function PAUSER_ROLE() view returns(bytes32)
func (certificateMarket *CertificateMarket) UnpackPAUSERROLE(data []byte) ([32]byte, error) {
	out, err := certificateMarket.abi.Unpack("PAUSER_ROLE", data)
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
func (certificateMarket *CertificateMarket) PackAcceptDefaultAdminTransfer() []byte {
	enc, err := certificateMarket.abi.Pack("acceptDefaultAdminTransfer")
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
func (certificateMarket *CertificateMarket) TryPackAcceptDefaultAdminTransfer() ([]byte, error) {
	return certificateMarket.abi.Pack("acceptDefaultAdminTransfer")
}

// PackBeginDefaultAdminTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x634e93da.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function beginDefaultAdminTransfer(address newAdmin) returns()
func (certificateMarket *CertificateMarket) PackBeginDefaultAdminTransfer(newAdmin common.Address) []byte {
	enc, err := certificateMarket.abi.Pack("beginDefaultAdminTransfer", newAdmin)
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
func (certificateMarket *CertificateMarket) TryPackBeginDefaultAdminTransfer(newAdmin common.Address) ([]byte, error) {
	return certificateMarket.abi.Pack("beginDefaultAdminTransfer", newAdmin)
}

// PackBuy is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2afaca20.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function buy(uint256 id, address currency, uint256 price) returns()
func (certificateMarket *CertificateMarket) PackBuy(id *big.Int, currency common.Address, price *big.Int) []byte {
	enc, err := certificateMarket.abi.Pack("buy", id, currency, price)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBuy is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2afaca20.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function buy(uint256 id, address currency, uint256 price) returns()
func (certificateMarket *CertificateMarket) TryPackBuy(id *big.Int, currency common.Address, price *big.Int) ([]byte, error) {
	return certificateMarket.abi.Pack("buy", id, currency, price)
}

// PackCancelDefaultAdminTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd602b9fd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function cancelDefaultAdminTransfer() returns()
func (certificateMarket *CertificateMarket) PackCancelDefaultAdminTransfer() []byte {
	enc, err := certificateMarket.abi.Pack("cancelDefaultAdminTransfer")
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
func (certificateMarket *CertificateMarket) TryPackCancelDefaultAdminTransfer() ([]byte, error) {
	return certificateMarket.abi.Pack("cancelDefaultAdminTransfer")
}

// PackCertificates is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9b00b81f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function certificates() view returns(address)
func (certificateMarket *CertificateMarket) PackCertificates() []byte {
	enc, err := certificateMarket.abi.Pack("certificates")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCertificates is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9b00b81f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function certificates() view returns(address)
func (certificateMarket *CertificateMarket) TryPackCertificates() ([]byte, error) {
	return certificateMarket.abi.Pack("certificates")
}

// UnpackCertificates is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x9b00b81f.
//
// Solidity: function certificates() view returns(address)
func (certificateMarket *CertificateMarket) UnpackCertificates(data []byte) (common.Address, error) {
	out, err := certificateMarket.abi.Unpack("certificates", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackChangeDefaultAdminDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x649a5ec7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function changeDefaultAdminDelay(uint48 newDelay) returns()
func (certificateMarket *CertificateMarket) PackChangeDefaultAdminDelay(newDelay *big.Int) []byte {
	enc, err := certificateMarket.abi.Pack("changeDefaultAdminDelay", newDelay)
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
func (certificateMarket *CertificateMarket) TryPackChangeDefaultAdminDelay(newDelay *big.Int) ([]byte, error) {
	return certificateMarket.abi.Pack("changeDefaultAdminDelay", newDelay)
}

// PackCredit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcc1f0d2d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function credit(address currency, address account) view returns(uint256 amount)
func (certificateMarket *CertificateMarket) PackCredit(currency common.Address, account common.Address) []byte {
	enc, err := certificateMarket.abi.Pack("credit", currency, account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCredit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcc1f0d2d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function credit(address currency, address account) view returns(uint256 amount)
func (certificateMarket *CertificateMarket) TryPackCredit(currency common.Address, account common.Address) ([]byte, error) {
	return certificateMarket.abi.Pack("credit", currency, account)
}

// UnpackCredit is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xcc1f0d2d.
//
// Solidity: function credit(address currency, address account) view returns(uint256 amount)
func (certificateMarket *CertificateMarket) UnpackCredit(data []byte) (*big.Int, error) {
	out, err := certificateMarket.abi.Unpack("credit", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackDefaultAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x84ef8ffc.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function defaultAdmin() view returns(address)
func (certificateMarket *CertificateMarket) PackDefaultAdmin() []byte {
	enc, err := certificateMarket.abi.Pack("defaultAdmin")
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
func (certificateMarket *CertificateMarket) TryPackDefaultAdmin() ([]byte, error) {
	return certificateMarket.abi.Pack("defaultAdmin")
}

// UnpackDefaultAdmin is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x84ef8ffc.
//
// Solidity: function defaultAdmin() view returns(address)
func (certificateMarket *CertificateMarket) UnpackDefaultAdmin(data []byte) (common.Address, error) {
	out, err := certificateMarket.abi.Unpack("defaultAdmin", data)
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
func (certificateMarket *CertificateMarket) PackDefaultAdminDelay() []byte {
	enc, err := certificateMarket.abi.Pack("defaultAdminDelay")
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
func (certificateMarket *CertificateMarket) TryPackDefaultAdminDelay() ([]byte, error) {
	return certificateMarket.abi.Pack("defaultAdminDelay")
}

// UnpackDefaultAdminDelay is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xcc8463c8.
//
// Solidity: function defaultAdminDelay() view returns(uint48)
func (certificateMarket *CertificateMarket) UnpackDefaultAdminDelay(data []byte) (*big.Int, error) {
	out, err := certificateMarket.abi.Unpack("defaultAdminDelay", data)
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
func (certificateMarket *CertificateMarket) PackDefaultAdminDelayIncreaseWait() []byte {
	enc, err := certificateMarket.abi.Pack("defaultAdminDelayIncreaseWait")
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
func (certificateMarket *CertificateMarket) TryPackDefaultAdminDelayIncreaseWait() ([]byte, error) {
	return certificateMarket.abi.Pack("defaultAdminDelayIncreaseWait")
}

// UnpackDefaultAdminDelayIncreaseWait is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x022d63fb.
//
// Solidity: function defaultAdminDelayIncreaseWait() view returns(uint48)
func (certificateMarket *CertificateMarket) UnpackDefaultAdminDelayIncreaseWait(data []byte) (*big.Int, error) {
	out, err := certificateMarket.abi.Unpack("defaultAdminDelayIncreaseWait", data)
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
func (certificateMarket *CertificateMarket) PackGetRoleAdmin(role [32]byte) []byte {
	enc, err := certificateMarket.abi.Pack("getRoleAdmin", role)
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
func (certificateMarket *CertificateMarket) TryPackGetRoleAdmin(role [32]byte) ([]byte, error) {
	return certificateMarket.abi.Pack("getRoleAdmin", role)
}

// UnpackGetRoleAdmin is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x248a9ca3.
//
// Solidity: function getRoleAdmin(bytes32 role) view returns(bytes32)
func (certificateMarket *CertificateMarket) UnpackGetRoleAdmin(data []byte) ([32]byte, error) {
	out, err := certificateMarket.abi.Unpack("getRoleAdmin", data)
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
func (certificateMarket *CertificateMarket) PackGrantRole(role [32]byte, account common.Address) []byte {
	enc, err := certificateMarket.abi.Pack("grantRole", role, account)
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
func (certificateMarket *CertificateMarket) TryPackGrantRole(role [32]byte, account common.Address) ([]byte, error) {
	return certificateMarket.abi.Pack("grantRole", role, account)
}

// PackHasRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x91d14854.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function hasRole(bytes32 role, address account) view returns(bool)
func (certificateMarket *CertificateMarket) PackHasRole(role [32]byte, account common.Address) []byte {
	enc, err := certificateMarket.abi.Pack("hasRole", role, account)
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
func (certificateMarket *CertificateMarket) TryPackHasRole(role [32]byte, account common.Address) ([]byte, error) {
	return certificateMarket.abi.Pack("hasRole", role, account)
}

// UnpackHasRole is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x91d14854.
//
// Solidity: function hasRole(bytes32 role, address account) view returns(bool)
func (certificateMarket *CertificateMarket) UnpackHasRole(data []byte) (bool, error) {
	out, err := certificateMarket.abi.Unpack("hasRole", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackList is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x28f251b3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function list(uint256 id, address currency, uint256 price) returns()
func (certificateMarket *CertificateMarket) PackList(id *big.Int, currency common.Address, price *big.Int) []byte {
	enc, err := certificateMarket.abi.Pack("list", id, currency, price)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackList is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x28f251b3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function list(uint256 id, address currency, uint256 price) returns()
func (certificateMarket *CertificateMarket) TryPackList(id *big.Int, currency common.Address, price *big.Int) ([]byte, error) {
	return certificateMarket.abi.Pack("list", id, currency, price)
}

// PackListingOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe3404981.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function listingOf(uint256 id) view returns(address seller, address currency, uint256 price)
func (certificateMarket *CertificateMarket) PackListingOf(id *big.Int) []byte {
	enc, err := certificateMarket.abi.Pack("listingOf", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackListingOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe3404981.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function listingOf(uint256 id) view returns(address seller, address currency, uint256 price)
func (certificateMarket *CertificateMarket) TryPackListingOf(id *big.Int) ([]byte, error) {
	return certificateMarket.abi.Pack("listingOf", id)
}

// ListingOfOutput serves as a container for the return parameters of contract
// method ListingOf.
type ListingOfOutput struct {
	Seller   common.Address
	Currency common.Address
	Price    *big.Int
}

// UnpackListingOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe3404981.
//
// Solidity: function listingOf(uint256 id) view returns(address seller, address currency, uint256 price)
func (certificateMarket *CertificateMarket) UnpackListingOf(data []byte) (ListingOfOutput, error) {
	out, err := certificateMarket.abi.Unpack("listingOf", data)
	outstruct := new(ListingOfOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Seller = *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	outstruct.Currency = *abi.ConvertType(out[1], new(common.Address)).(*common.Address)
	outstruct.Price = abi.ConvertType(out[2], new(big.Int)).(*big.Int)
	return *outstruct, nil
}

// PackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function owner() view returns(address)
func (certificateMarket *CertificateMarket) PackOwner() []byte {
	enc, err := certificateMarket.abi.Pack("owner")
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
func (certificateMarket *CertificateMarket) TryPackOwner() ([]byte, error) {
	return certificateMarket.abi.Pack("owner")
}

// UnpackOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8da5cb5b.
//
// Solidity: function owner() view returns(address)
func (certificateMarket *CertificateMarket) UnpackOwner(data []byte) (common.Address, error) {
	out, err := certificateMarket.abi.Unpack("owner", data)
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
func (certificateMarket *CertificateMarket) PackPause() []byte {
	enc, err := certificateMarket.abi.Pack("pause")
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
func (certificateMarket *CertificateMarket) TryPackPause() ([]byte, error) {
	return certificateMarket.abi.Pack("pause")
}

// PackPaused is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5c975abb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function paused() view returns(bool)
func (certificateMarket *CertificateMarket) PackPaused() []byte {
	enc, err := certificateMarket.abi.Pack("paused")
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
func (certificateMarket *CertificateMarket) TryPackPaused() ([]byte, error) {
	return certificateMarket.abi.Pack("paused")
}

// UnpackPaused is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5c975abb.
//
// Solidity: function paused() view returns(bool)
func (certificateMarket *CertificateMarket) UnpackPaused(data []byte) (bool, error) {
	out, err := certificateMarket.abi.Unpack("paused", data)
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
func (certificateMarket *CertificateMarket) PackPendingDefaultAdmin() []byte {
	enc, err := certificateMarket.abi.Pack("pendingDefaultAdmin")
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
func (certificateMarket *CertificateMarket) TryPackPendingDefaultAdmin() ([]byte, error) {
	return certificateMarket.abi.Pack("pendingDefaultAdmin")
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
func (certificateMarket *CertificateMarket) UnpackPendingDefaultAdmin(data []byte) (PendingDefaultAdminOutput, error) {
	out, err := certificateMarket.abi.Unpack("pendingDefaultAdmin", data)
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
func (certificateMarket *CertificateMarket) PackPendingDefaultAdminDelay() []byte {
	enc, err := certificateMarket.abi.Pack("pendingDefaultAdminDelay")
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
func (certificateMarket *CertificateMarket) TryPackPendingDefaultAdminDelay() ([]byte, error) {
	return certificateMarket.abi.Pack("pendingDefaultAdminDelay")
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
func (certificateMarket *CertificateMarket) UnpackPendingDefaultAdminDelay(data []byte) (PendingDefaultAdminDelayOutput, error) {
	out, err := certificateMarket.abi.Unpack("pendingDefaultAdminDelay", data)
	outstruct := new(PendingDefaultAdminDelayOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.NewDelay = abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	outstruct.Schedule = abi.ConvertType(out[1], new(big.Int)).(*big.Int)
	return *outstruct, nil
}

// PackRenounceRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x36568abe.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function renounceRole(bytes32 role, address account) returns()
func (certificateMarket *CertificateMarket) PackRenounceRole(role [32]byte, account common.Address) []byte {
	enc, err := certificateMarket.abi.Pack("renounceRole", role, account)
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
func (certificateMarket *CertificateMarket) TryPackRenounceRole(role [32]byte, account common.Address) ([]byte, error) {
	return certificateMarket.abi.Pack("renounceRole", role, account)
}

// PackRevokeRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd547741f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function revokeRole(bytes32 role, address account) returns()
func (certificateMarket *CertificateMarket) PackRevokeRole(role [32]byte, account common.Address) []byte {
	enc, err := certificateMarket.abi.Pack("revokeRole", role, account)
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
func (certificateMarket *CertificateMarket) TryPackRevokeRole(role [32]byte, account common.Address) ([]byte, error) {
	return certificateMarket.abi.Pack("revokeRole", role, account)
}

// PackRewardToken is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf7c618c1.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function rewardToken() view returns(address)
func (certificateMarket *CertificateMarket) PackRewardToken() []byte {
	enc, err := certificateMarket.abi.Pack("rewardToken")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRewardToken is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf7c618c1.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function rewardToken() view returns(address)
func (certificateMarket *CertificateMarket) TryPackRewardToken() ([]byte, error) {
	return certificateMarket.abi.Pack("rewardToken")
}

// UnpackRewardToken is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf7c618c1.
//
// Solidity: function rewardToken() view returns(address)
func (certificateMarket *CertificateMarket) UnpackRewardToken(data []byte) (common.Address, error) {
	out, err := certificateMarket.abi.Unpack("rewardToken", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackRollbackDefaultAdminDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0aa6220b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function rollbackDefaultAdminDelay() returns()
func (certificateMarket *CertificateMarket) PackRollbackDefaultAdminDelay() []byte {
	enc, err := certificateMarket.abi.Pack("rollbackDefaultAdminDelay")
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
func (certificateMarket *CertificateMarket) TryPackRollbackDefaultAdminDelay() ([]byte, error) {
	return certificateMarket.abi.Pack("rollbackDefaultAdminDelay")
}

// PackStablecoin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe9cbd822.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function stablecoin() view returns(address)
func (certificateMarket *CertificateMarket) PackStablecoin() []byte {
	enc, err := certificateMarket.abi.Pack("stablecoin")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackStablecoin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe9cbd822.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function stablecoin() view returns(address)
func (certificateMarket *CertificateMarket) TryPackStablecoin() ([]byte, error) {
	return certificateMarket.abi.Pack("stablecoin")
}

// UnpackStablecoin is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe9cbd822.
//
// Solidity: function stablecoin() view returns(address)
func (certificateMarket *CertificateMarket) UnpackStablecoin(data []byte) (common.Address, error) {
	out, err := certificateMarket.abi.Unpack("stablecoin", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackSupportsInterface is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x01ffc9a7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function supportsInterface(bytes4 interfaceId) view returns(bool)
func (certificateMarket *CertificateMarket) PackSupportsInterface(interfaceId [4]byte) []byte {
	enc, err := certificateMarket.abi.Pack("supportsInterface", interfaceId)
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
func (certificateMarket *CertificateMarket) TryPackSupportsInterface(interfaceId [4]byte) ([]byte, error) {
	return certificateMarket.abi.Pack("supportsInterface", interfaceId)
}

// UnpackSupportsInterface is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x01ffc9a7.
//
// Solidity: function supportsInterface(bytes4 interfaceId) view returns(bool)
func (certificateMarket *CertificateMarket) UnpackSupportsInterface(data []byte) (bool, error) {
	out, err := certificateMarket.abi.Unpack("supportsInterface", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackTakeBack is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdd695838.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function takeBack(uint256 id) returns()
func (certificateMarket *CertificateMarket) PackTakeBack(id *big.Int) []byte {
	enc, err := certificateMarket.abi.Pack("takeBack", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTakeBack is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdd695838.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function takeBack(uint256 id) returns()
func (certificateMarket *CertificateMarket) TryPackTakeBack(id *big.Int) ([]byte, error) {
	return certificateMarket.abi.Pack("takeBack", id)
}

// PackUnpause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3f4ba83a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function unpause() returns()
func (certificateMarket *CertificateMarket) PackUnpause() []byte {
	enc, err := certificateMarket.abi.Pack("unpause")
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
func (certificateMarket *CertificateMarket) TryPackUnpause() ([]byte, error) {
	return certificateMarket.abi.Pack("unpause")
}

// PackWithdraw is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x51cff8d9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function withdraw(address currency) returns()
func (certificateMarket *CertificateMarket) PackWithdraw(currency common.Address) []byte {
	enc, err := certificateMarket.abi.Pack("withdraw", currency)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackWithdraw is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x51cff8d9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function withdraw(address currency) returns()
func (certificateMarket *CertificateMarket) TryPackWithdraw(currency common.Address) ([]byte, error) {
	return certificateMarket.abi.Pack("withdraw", currency)
}

// CertificateMarketDefaultAdminDelayChangeCanceled represents a DefaultAdminDelayChangeCanceled event raised by the CertificateMarket contract.
type CertificateMarketDefaultAdminDelayChangeCanceled struct {
	Raw *types.Log // Blockchain specific contextual infos
}

const CertificateMarketDefaultAdminDelayChangeCanceledEventName = "DefaultAdminDelayChangeCanceled"

// ContractEventName returns the user-defined event name.
func (CertificateMarketDefaultAdminDelayChangeCanceled) ContractEventName() string {
	return CertificateMarketDefaultAdminDelayChangeCanceledEventName
}

// UnpackDefaultAdminDelayChangeCanceledEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event DefaultAdminDelayChangeCanceled()
func (certificateMarket *CertificateMarket) UnpackDefaultAdminDelayChangeCanceledEvent(log *types.Log) (*CertificateMarketDefaultAdminDelayChangeCanceled, error) {
	event := "DefaultAdminDelayChangeCanceled"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != certificateMarket.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(CertificateMarketDefaultAdminDelayChangeCanceled)
	if len(log.Data) > 0 {
		if err := certificateMarket.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range certificateMarket.abi.Events[event].Inputs {
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

// CertificateMarketDefaultAdminDelayChangeScheduled represents a DefaultAdminDelayChangeScheduled event raised by the CertificateMarket contract.
type CertificateMarketDefaultAdminDelayChangeScheduled struct {
	NewDelay       *big.Int
	EffectSchedule *big.Int
	Raw            *types.Log // Blockchain specific contextual infos
}

const CertificateMarketDefaultAdminDelayChangeScheduledEventName = "DefaultAdminDelayChangeScheduled"

// ContractEventName returns the user-defined event name.
func (CertificateMarketDefaultAdminDelayChangeScheduled) ContractEventName() string {
	return CertificateMarketDefaultAdminDelayChangeScheduledEventName
}

// UnpackDefaultAdminDelayChangeScheduledEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event DefaultAdminDelayChangeScheduled(uint48 newDelay, uint48 effectSchedule)
func (certificateMarket *CertificateMarket) UnpackDefaultAdminDelayChangeScheduledEvent(log *types.Log) (*CertificateMarketDefaultAdminDelayChangeScheduled, error) {
	event := "DefaultAdminDelayChangeScheduled"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != certificateMarket.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(CertificateMarketDefaultAdminDelayChangeScheduled)
	if len(log.Data) > 0 {
		if err := certificateMarket.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range certificateMarket.abi.Events[event].Inputs {
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

// CertificateMarketDefaultAdminTransferCanceled represents a DefaultAdminTransferCanceled event raised by the CertificateMarket contract.
type CertificateMarketDefaultAdminTransferCanceled struct {
	Raw *types.Log // Blockchain specific contextual infos
}

const CertificateMarketDefaultAdminTransferCanceledEventName = "DefaultAdminTransferCanceled"

// ContractEventName returns the user-defined event name.
func (CertificateMarketDefaultAdminTransferCanceled) ContractEventName() string {
	return CertificateMarketDefaultAdminTransferCanceledEventName
}

// UnpackDefaultAdminTransferCanceledEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event DefaultAdminTransferCanceled()
func (certificateMarket *CertificateMarket) UnpackDefaultAdminTransferCanceledEvent(log *types.Log) (*CertificateMarketDefaultAdminTransferCanceled, error) {
	event := "DefaultAdminTransferCanceled"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != certificateMarket.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(CertificateMarketDefaultAdminTransferCanceled)
	if len(log.Data) > 0 {
		if err := certificateMarket.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range certificateMarket.abi.Events[event].Inputs {
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

// CertificateMarketDefaultAdminTransferScheduled represents a DefaultAdminTransferScheduled event raised by the CertificateMarket contract.
type CertificateMarketDefaultAdminTransferScheduled struct {
	NewAdmin       common.Address
	AcceptSchedule *big.Int
	Raw            *types.Log // Blockchain specific contextual infos
}

const CertificateMarketDefaultAdminTransferScheduledEventName = "DefaultAdminTransferScheduled"

// ContractEventName returns the user-defined event name.
func (CertificateMarketDefaultAdminTransferScheduled) ContractEventName() string {
	return CertificateMarketDefaultAdminTransferScheduledEventName
}

// UnpackDefaultAdminTransferScheduledEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event DefaultAdminTransferScheduled(address indexed newAdmin, uint48 acceptSchedule)
func (certificateMarket *CertificateMarket) UnpackDefaultAdminTransferScheduledEvent(log *types.Log) (*CertificateMarketDefaultAdminTransferScheduled, error) {
	event := "DefaultAdminTransferScheduled"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != certificateMarket.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(CertificateMarketDefaultAdminTransferScheduled)
	if len(log.Data) > 0 {
		if err := certificateMarket.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range certificateMarket.abi.Events[event].Inputs {
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

// CertificateMarketListed represents a Listed event raised by the CertificateMarket contract.
type CertificateMarketListed struct {
	Id       *big.Int
	Seller   common.Address
	Currency common.Address
	Price    *big.Int
	Raw      *types.Log // Blockchain specific contextual infos
}

const CertificateMarketListedEventName = "Listed"

// ContractEventName returns the user-defined event name.
func (CertificateMarketListed) ContractEventName() string {
	return CertificateMarketListedEventName
}

// UnpackListedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Listed(uint256 indexed id, address indexed seller, address indexed currency, uint256 price)
func (certificateMarket *CertificateMarket) UnpackListedEvent(log *types.Log) (*CertificateMarketListed, error) {
	event := "Listed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != certificateMarket.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(CertificateMarketListed)
	if len(log.Data) > 0 {
		if err := certificateMarket.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range certificateMarket.abi.Events[event].Inputs {
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

// CertificateMarketPaused represents a Paused event raised by the CertificateMarket contract.
type CertificateMarketPaused struct {
	Account common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const CertificateMarketPausedEventName = "Paused"

// ContractEventName returns the user-defined event name.
func (CertificateMarketPaused) ContractEventName() string {
	return CertificateMarketPausedEventName
}

// UnpackPausedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Paused(address account)
func (certificateMarket *CertificateMarket) UnpackPausedEvent(log *types.Log) (*CertificateMarketPaused, error) {
	event := "Paused"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != certificateMarket.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(CertificateMarketPaused)
	if len(log.Data) > 0 {
		if err := certificateMarket.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range certificateMarket.abi.Events[event].Inputs {
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

// CertificateMarketRoleAdminChanged represents a RoleAdminChanged event raised by the CertificateMarket contract.
type CertificateMarketRoleAdminChanged struct {
	Role              [32]byte
	PreviousAdminRole [32]byte
	NewAdminRole      [32]byte
	Raw               *types.Log // Blockchain specific contextual infos
}

const CertificateMarketRoleAdminChangedEventName = "RoleAdminChanged"

// ContractEventName returns the user-defined event name.
func (CertificateMarketRoleAdminChanged) ContractEventName() string {
	return CertificateMarketRoleAdminChangedEventName
}

// UnpackRoleAdminChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RoleAdminChanged(bytes32 indexed role, bytes32 indexed previousAdminRole, bytes32 indexed newAdminRole)
func (certificateMarket *CertificateMarket) UnpackRoleAdminChangedEvent(log *types.Log) (*CertificateMarketRoleAdminChanged, error) {
	event := "RoleAdminChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != certificateMarket.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(CertificateMarketRoleAdminChanged)
	if len(log.Data) > 0 {
		if err := certificateMarket.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range certificateMarket.abi.Events[event].Inputs {
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

// CertificateMarketRoleGranted represents a RoleGranted event raised by the CertificateMarket contract.
type CertificateMarketRoleGranted struct {
	Role    [32]byte
	Account common.Address
	Sender  common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const CertificateMarketRoleGrantedEventName = "RoleGranted"

// ContractEventName returns the user-defined event name.
func (CertificateMarketRoleGranted) ContractEventName() string {
	return CertificateMarketRoleGrantedEventName
}

// UnpackRoleGrantedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RoleGranted(bytes32 indexed role, address indexed account, address indexed sender)
func (certificateMarket *CertificateMarket) UnpackRoleGrantedEvent(log *types.Log) (*CertificateMarketRoleGranted, error) {
	event := "RoleGranted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != certificateMarket.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(CertificateMarketRoleGranted)
	if len(log.Data) > 0 {
		if err := certificateMarket.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range certificateMarket.abi.Events[event].Inputs {
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

// CertificateMarketRoleRevoked represents a RoleRevoked event raised by the CertificateMarket contract.
type CertificateMarketRoleRevoked struct {
	Role    [32]byte
	Account common.Address
	Sender  common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const CertificateMarketRoleRevokedEventName = "RoleRevoked"

// ContractEventName returns the user-defined event name.
func (CertificateMarketRoleRevoked) ContractEventName() string {
	return CertificateMarketRoleRevokedEventName
}

// UnpackRoleRevokedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RoleRevoked(bytes32 indexed role, address indexed account, address indexed sender)
func (certificateMarket *CertificateMarket) UnpackRoleRevokedEvent(log *types.Log) (*CertificateMarketRoleRevoked, error) {
	event := "RoleRevoked"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != certificateMarket.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(CertificateMarketRoleRevoked)
	if len(log.Data) > 0 {
		if err := certificateMarket.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range certificateMarket.abi.Events[event].Inputs {
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

// CertificateMarketSold represents a Sold event raised by the CertificateMarket contract.
type CertificateMarketSold struct {
	Id       *big.Int
	Seller   common.Address
	Buyer    common.Address
	Currency common.Address
	Price    *big.Int
	Raw      *types.Log // Blockchain specific contextual infos
}

const CertificateMarketSoldEventName = "Sold"

// ContractEventName returns the user-defined event name.
func (CertificateMarketSold) ContractEventName() string {
	return CertificateMarketSoldEventName
}

// UnpackSoldEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Sold(uint256 indexed id, address indexed seller, address indexed buyer, address currency, uint256 price)
func (certificateMarket *CertificateMarket) UnpackSoldEvent(log *types.Log) (*CertificateMarketSold, error) {
	event := "Sold"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != certificateMarket.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(CertificateMarketSold)
	if len(log.Data) > 0 {
		if err := certificateMarket.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range certificateMarket.abi.Events[event].Inputs {
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

// CertificateMarketTakenBack represents a TakenBack event raised by the CertificateMarket contract.
type CertificateMarketTakenBack struct {
	Id     *big.Int
	Seller common.Address
	Raw    *types.Log // Blockchain specific contextual infos
}

const CertificateMarketTakenBackEventName = "TakenBack"

// ContractEventName returns the user-defined event name.
func (CertificateMarketTakenBack) ContractEventName() string {
	return CertificateMarketTakenBackEventName
}

// UnpackTakenBackEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event TakenBack(uint256 indexed id, address indexed seller)
func (certificateMarket *CertificateMarket) UnpackTakenBackEvent(log *types.Log) (*CertificateMarketTakenBack, error) {
	event := "TakenBack"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != certificateMarket.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(CertificateMarketTakenBack)
	if len(log.Data) > 0 {
		if err := certificateMarket.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range certificateMarket.abi.Events[event].Inputs {
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

// CertificateMarketUnpaused represents a Unpaused event raised by the CertificateMarket contract.
type CertificateMarketUnpaused struct {
	Account common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const CertificateMarketUnpausedEventName = "Unpaused"

// ContractEventName returns the user-defined event name.
func (CertificateMarketUnpaused) ContractEventName() string {
	return CertificateMarketUnpausedEventName
}

// UnpackUnpausedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Unpaused(address account)
func (certificateMarket *CertificateMarket) UnpackUnpausedEvent(log *types.Log) (*CertificateMarketUnpaused, error) {
	event := "Unpaused"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != certificateMarket.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(CertificateMarketUnpaused)
	if len(log.Data) > 0 {
		if err := certificateMarket.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range certificateMarket.abi.Events[event].Inputs {
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

// CertificateMarketWithdrawn represents a Withdrawn event raised by the CertificateMarket contract.
type CertificateMarketWithdrawn struct {
	Account  common.Address
	Currency common.Address
	Amount   *big.Int
	Raw      *types.Log // Blockchain specific contextual infos
}

const CertificateMarketWithdrawnEventName = "Withdrawn"

// ContractEventName returns the user-defined event name.
func (CertificateMarketWithdrawn) ContractEventName() string {
	return CertificateMarketWithdrawnEventName
}

// UnpackWithdrawnEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Withdrawn(address indexed account, address indexed currency, uint256 amount)
func (certificateMarket *CertificateMarket) UnpackWithdrawnEvent(log *types.Log) (*CertificateMarketWithdrawn, error) {
	event := "Withdrawn"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != certificateMarket.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(CertificateMarketWithdrawn)
	if len(log.Data) > 0 {
		if err := certificateMarket.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range certificateMarket.abi.Events[event].Inputs {
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
func (certificateMarket *CertificateMarket) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], certificateMarket.abi.Errors["AccessControlBadConfirmation"].ID.Bytes()[:4]) {
		return certificateMarket.UnpackAccessControlBadConfirmationError(raw[4:])
	}
	if bytes.Equal(raw[:4], certificateMarket.abi.Errors["AccessControlEnforcedDefaultAdminDelay"].ID.Bytes()[:4]) {
		return certificateMarket.UnpackAccessControlEnforcedDefaultAdminDelayError(raw[4:])
	}
	if bytes.Equal(raw[:4], certificateMarket.abi.Errors["AccessControlEnforcedDefaultAdminRules"].ID.Bytes()[:4]) {
		return certificateMarket.UnpackAccessControlEnforcedDefaultAdminRulesError(raw[4:])
	}
	if bytes.Equal(raw[:4], certificateMarket.abi.Errors["AccessControlInvalidDefaultAdmin"].ID.Bytes()[:4]) {
		return certificateMarket.UnpackAccessControlInvalidDefaultAdminError(raw[4:])
	}
	if bytes.Equal(raw[:4], certificateMarket.abi.Errors["AccessControlUnauthorizedAccount"].ID.Bytes()[:4]) {
		return certificateMarket.UnpackAccessControlUnauthorizedAccountError(raw[4:])
	}
	if bytes.Equal(raw[:4], certificateMarket.abi.Errors["EnforcedPause"].ID.Bytes()[:4]) {
		return certificateMarket.UnpackEnforcedPauseError(raw[4:])
	}
	if bytes.Equal(raw[:4], certificateMarket.abi.Errors["ExpectedPause"].ID.Bytes()[:4]) {
		return certificateMarket.UnpackExpectedPauseError(raw[4:])
	}
	if bytes.Equal(raw[:4], certificateMarket.abi.Errors["FeeOnTransfer"].ID.Bytes()[:4]) {
		return certificateMarket.UnpackFeeOnTransferError(raw[4:])
	}
	if bytes.Equal(raw[:4], certificateMarket.abi.Errors["NotListed"].ID.Bytes()[:4]) {
		return certificateMarket.UnpackNotListedError(raw[4:])
	}
	if bytes.Equal(raw[:4], certificateMarket.abi.Errors["NotTheSeller"].ID.Bytes()[:4]) {
		return certificateMarket.UnpackNotTheSellerError(raw[4:])
	}
	if bytes.Equal(raw[:4], certificateMarket.abi.Errors["NothingToWithdraw"].ID.Bytes()[:4]) {
		return certificateMarket.UnpackNothingToWithdrawError(raw[4:])
	}
	if bytes.Equal(raw[:4], certificateMarket.abi.Errors["OtherTerms"].ID.Bytes()[:4]) {
		return certificateMarket.UnpackOtherTermsError(raw[4:])
	}
	if bytes.Equal(raw[:4], certificateMarket.abi.Errors["ReentrancyGuardReentrantCall"].ID.Bytes()[:4]) {
		return certificateMarket.UnpackReentrancyGuardReentrantCallError(raw[4:])
	}
	if bytes.Equal(raw[:4], certificateMarket.abi.Errors["SafeCastOverflowedUintDowncast"].ID.Bytes()[:4]) {
		return certificateMarket.UnpackSafeCastOverflowedUintDowncastError(raw[4:])
	}
	if bytes.Equal(raw[:4], certificateMarket.abi.Errors["SafeERC20FailedOperation"].ID.Bytes()[:4]) {
		return certificateMarket.UnpackSafeERC20FailedOperationError(raw[4:])
	}
	if bytes.Equal(raw[:4], certificateMarket.abi.Errors["UnknownCurrency"].ID.Bytes()[:4]) {
		return certificateMarket.UnpackUnknownCurrencyError(raw[4:])
	}
	if bytes.Equal(raw[:4], certificateMarket.abi.Errors["ZeroPrice"].ID.Bytes()[:4]) {
		return certificateMarket.UnpackZeroPriceError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// CertificateMarketAccessControlBadConfirmation represents a AccessControlBadConfirmation error raised by the CertificateMarket contract.
type CertificateMarketAccessControlBadConfirmation struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AccessControlBadConfirmation()
func CertificateMarketAccessControlBadConfirmationErrorID() common.Hash {
	return common.HexToHash("0x6697b23232a647058342c0724fe7c415cab25915b54e5dbc03f233173d37b41c")
}

// UnpackAccessControlBadConfirmationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AccessControlBadConfirmation()
func (certificateMarket *CertificateMarket) UnpackAccessControlBadConfirmationError(raw []byte) (*CertificateMarketAccessControlBadConfirmation, error) {
	out := new(CertificateMarketAccessControlBadConfirmation)
	if err := certificateMarket.abi.UnpackIntoInterface(out, "AccessControlBadConfirmation", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CertificateMarketAccessControlEnforcedDefaultAdminDelay represents a AccessControlEnforcedDefaultAdminDelay error raised by the CertificateMarket contract.
type CertificateMarketAccessControlEnforcedDefaultAdminDelay struct {
	Schedule *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AccessControlEnforcedDefaultAdminDelay(uint48 schedule)
func CertificateMarketAccessControlEnforcedDefaultAdminDelayErrorID() common.Hash {
	return common.HexToHash("0x19ca5ebb8fb33f00e502c9392eddab1501674629178bf69b853cf037aaf4bb5d")
}

// UnpackAccessControlEnforcedDefaultAdminDelayError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AccessControlEnforcedDefaultAdminDelay(uint48 schedule)
func (certificateMarket *CertificateMarket) UnpackAccessControlEnforcedDefaultAdminDelayError(raw []byte) (*CertificateMarketAccessControlEnforcedDefaultAdminDelay, error) {
	out := new(CertificateMarketAccessControlEnforcedDefaultAdminDelay)
	if err := certificateMarket.abi.UnpackIntoInterface(out, "AccessControlEnforcedDefaultAdminDelay", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CertificateMarketAccessControlEnforcedDefaultAdminRules represents a AccessControlEnforcedDefaultAdminRules error raised by the CertificateMarket contract.
type CertificateMarketAccessControlEnforcedDefaultAdminRules struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AccessControlEnforcedDefaultAdminRules()
func CertificateMarketAccessControlEnforcedDefaultAdminRulesErrorID() common.Hash {
	return common.HexToHash("0x3fc3c27ae3db78c81b8f6e685172134623efa268ee8cd8d54be38ad2a74fc13b")
}

// UnpackAccessControlEnforcedDefaultAdminRulesError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AccessControlEnforcedDefaultAdminRules()
func (certificateMarket *CertificateMarket) UnpackAccessControlEnforcedDefaultAdminRulesError(raw []byte) (*CertificateMarketAccessControlEnforcedDefaultAdminRules, error) {
	out := new(CertificateMarketAccessControlEnforcedDefaultAdminRules)
	if err := certificateMarket.abi.UnpackIntoInterface(out, "AccessControlEnforcedDefaultAdminRules", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CertificateMarketAccessControlInvalidDefaultAdmin represents a AccessControlInvalidDefaultAdmin error raised by the CertificateMarket contract.
type CertificateMarketAccessControlInvalidDefaultAdmin struct {
	DefaultAdmin common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AccessControlInvalidDefaultAdmin(address defaultAdmin)
func CertificateMarketAccessControlInvalidDefaultAdminErrorID() common.Hash {
	return common.HexToHash("0xc22c8022f2a840d6b6a9f113407715f5bbd4e88c1b0dd9434dc00700ba609ed4")
}

// UnpackAccessControlInvalidDefaultAdminError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AccessControlInvalidDefaultAdmin(address defaultAdmin)
func (certificateMarket *CertificateMarket) UnpackAccessControlInvalidDefaultAdminError(raw []byte) (*CertificateMarketAccessControlInvalidDefaultAdmin, error) {
	out := new(CertificateMarketAccessControlInvalidDefaultAdmin)
	if err := certificateMarket.abi.UnpackIntoInterface(out, "AccessControlInvalidDefaultAdmin", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CertificateMarketAccessControlUnauthorizedAccount represents a AccessControlUnauthorizedAccount error raised by the CertificateMarket contract.
type CertificateMarketAccessControlUnauthorizedAccount struct {
	Account    common.Address
	NeededRole [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AccessControlUnauthorizedAccount(address account, bytes32 neededRole)
func CertificateMarketAccessControlUnauthorizedAccountErrorID() common.Hash {
	return common.HexToHash("0xe2517d3fbfae6f8515ef5ff1ccedc3933ab0cbbda0b492c06eb54ad10ef03b3e")
}

// UnpackAccessControlUnauthorizedAccountError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AccessControlUnauthorizedAccount(address account, bytes32 neededRole)
func (certificateMarket *CertificateMarket) UnpackAccessControlUnauthorizedAccountError(raw []byte) (*CertificateMarketAccessControlUnauthorizedAccount, error) {
	out := new(CertificateMarketAccessControlUnauthorizedAccount)
	if err := certificateMarket.abi.UnpackIntoInterface(out, "AccessControlUnauthorizedAccount", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CertificateMarketEnforcedPause represents a EnforcedPause error raised by the CertificateMarket contract.
type CertificateMarketEnforcedPause struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EnforcedPause()
func CertificateMarketEnforcedPauseErrorID() common.Hash {
	return common.HexToHash("0xd93c0665d6c96d04a8f174024fc4ddd66c250604aff22bbec808de86dd3637e3")
}

// UnpackEnforcedPauseError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EnforcedPause()
func (certificateMarket *CertificateMarket) UnpackEnforcedPauseError(raw []byte) (*CertificateMarketEnforcedPause, error) {
	out := new(CertificateMarketEnforcedPause)
	if err := certificateMarket.abi.UnpackIntoInterface(out, "EnforcedPause", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CertificateMarketExpectedPause represents a ExpectedPause error raised by the CertificateMarket contract.
type CertificateMarketExpectedPause struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ExpectedPause()
func CertificateMarketExpectedPauseErrorID() common.Hash {
	return common.HexToHash("0x8dfc202bcfe9a735b559bee70674422512bc5c30f687046ae8778315fb81da44")
}

// UnpackExpectedPauseError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ExpectedPause()
func (certificateMarket *CertificateMarket) UnpackExpectedPauseError(raw []byte) (*CertificateMarketExpectedPause, error) {
	out := new(CertificateMarketExpectedPause)
	if err := certificateMarket.abi.UnpackIntoInterface(out, "ExpectedPause", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CertificateMarketFeeOnTransfer represents a FeeOnTransfer error raised by the CertificateMarket contract.
type CertificateMarketFeeOnTransfer struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error FeeOnTransfer()
func CertificateMarketFeeOnTransferErrorID() common.Hash {
	return common.HexToHash("0x61e6549eb699c624e3af300f328ae22ab11d18df21da465cdf4dfe82d5238b33")
}

// UnpackFeeOnTransferError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error FeeOnTransfer()
func (certificateMarket *CertificateMarket) UnpackFeeOnTransferError(raw []byte) (*CertificateMarketFeeOnTransfer, error) {
	out := new(CertificateMarketFeeOnTransfer)
	if err := certificateMarket.abi.UnpackIntoInterface(out, "FeeOnTransfer", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CertificateMarketNotListed represents a NotListed error raised by the CertificateMarket contract.
type CertificateMarketNotListed struct {
	Id *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotListed(uint256 id)
func CertificateMarketNotListedErrorID() common.Hash {
	return common.HexToHash("0xd176cea0d27fd63dcbcf21630f5c3452bee00c238c2ad1142db4ae64e0f26fd0")
}

// UnpackNotListedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotListed(uint256 id)
func (certificateMarket *CertificateMarket) UnpackNotListedError(raw []byte) (*CertificateMarketNotListed, error) {
	out := new(CertificateMarketNotListed)
	if err := certificateMarket.abi.UnpackIntoInterface(out, "NotListed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CertificateMarketNotTheSeller represents a NotTheSeller error raised by the CertificateMarket contract.
type CertificateMarketNotTheSeller struct {
	Seller common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotTheSeller(address seller)
func CertificateMarketNotTheSellerErrorID() common.Hash {
	return common.HexToHash("0x8fc99b46287dd3263ff8e4043aa8f6096fa206436d576b2b6163e216177fc0d3")
}

// UnpackNotTheSellerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotTheSeller(address seller)
func (certificateMarket *CertificateMarket) UnpackNotTheSellerError(raw []byte) (*CertificateMarketNotTheSeller, error) {
	out := new(CertificateMarketNotTheSeller)
	if err := certificateMarket.abi.UnpackIntoInterface(out, "NotTheSeller", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CertificateMarketNothingToWithdraw represents a NothingToWithdraw error raised by the CertificateMarket contract.
type CertificateMarketNothingToWithdraw struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NothingToWithdraw()
func CertificateMarketNothingToWithdrawErrorID() common.Hash {
	return common.HexToHash("0xd0d04f60bf4f7629141a1f00f5d2908fa0f3e15bf4cbf8bb8edc6fcbdf2509fa")
}

// UnpackNothingToWithdrawError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NothingToWithdraw()
func (certificateMarket *CertificateMarket) UnpackNothingToWithdrawError(raw []byte) (*CertificateMarketNothingToWithdraw, error) {
	out := new(CertificateMarketNothingToWithdraw)
	if err := certificateMarket.abi.UnpackIntoInterface(out, "NothingToWithdraw", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CertificateMarketOtherTerms represents a OtherTerms error raised by the CertificateMarket contract.
type CertificateMarketOtherTerms struct {
	Currency common.Address
	Price    *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OtherTerms(address currency, uint256 price)
func CertificateMarketOtherTermsErrorID() common.Hash {
	return common.HexToHash("0x8866209360afd959ca06e83796d523349301a3f1edde1f043e154eb9ae4d7c40")
}

// UnpackOtherTermsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OtherTerms(address currency, uint256 price)
func (certificateMarket *CertificateMarket) UnpackOtherTermsError(raw []byte) (*CertificateMarketOtherTerms, error) {
	out := new(CertificateMarketOtherTerms)
	if err := certificateMarket.abi.UnpackIntoInterface(out, "OtherTerms", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CertificateMarketReentrancyGuardReentrantCall represents a ReentrancyGuardReentrantCall error raised by the CertificateMarket contract.
type CertificateMarketReentrancyGuardReentrantCall struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ReentrancyGuardReentrantCall()
func CertificateMarketReentrancyGuardReentrantCallErrorID() common.Hash {
	return common.HexToHash("0x3ee5aeb571de7fc460830b4d0017439a1ca56fb0bc39062227ade4fe4a24c1ca")
}

// UnpackReentrancyGuardReentrantCallError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ReentrancyGuardReentrantCall()
func (certificateMarket *CertificateMarket) UnpackReentrancyGuardReentrantCallError(raw []byte) (*CertificateMarketReentrancyGuardReentrantCall, error) {
	out := new(CertificateMarketReentrancyGuardReentrantCall)
	if err := certificateMarket.abi.UnpackIntoInterface(out, "ReentrancyGuardReentrantCall", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CertificateMarketSafeCastOverflowedUintDowncast represents a SafeCastOverflowedUintDowncast error raised by the CertificateMarket contract.
type CertificateMarketSafeCastOverflowedUintDowncast struct {
	Bits  uint8
	Value *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SafeCastOverflowedUintDowncast(uint8 bits, uint256 value)
func CertificateMarketSafeCastOverflowedUintDowncastErrorID() common.Hash {
	return common.HexToHash("0x6dfcc6503a32754ce7a89698e18201fc5294fd4aad43edefee786f88423b1a12")
}

// UnpackSafeCastOverflowedUintDowncastError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SafeCastOverflowedUintDowncast(uint8 bits, uint256 value)
func (certificateMarket *CertificateMarket) UnpackSafeCastOverflowedUintDowncastError(raw []byte) (*CertificateMarketSafeCastOverflowedUintDowncast, error) {
	out := new(CertificateMarketSafeCastOverflowedUintDowncast)
	if err := certificateMarket.abi.UnpackIntoInterface(out, "SafeCastOverflowedUintDowncast", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CertificateMarketSafeERC20FailedOperation represents a SafeERC20FailedOperation error raised by the CertificateMarket contract.
type CertificateMarketSafeERC20FailedOperation struct {
	Token common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SafeERC20FailedOperation(address token)
func CertificateMarketSafeERC20FailedOperationErrorID() common.Hash {
	return common.HexToHash("0x5274afe73c98b4749fc91ffae6b7b574e7842cb2144a159e9377a5f20b32edf9")
}

// UnpackSafeERC20FailedOperationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SafeERC20FailedOperation(address token)
func (certificateMarket *CertificateMarket) UnpackSafeERC20FailedOperationError(raw []byte) (*CertificateMarketSafeERC20FailedOperation, error) {
	out := new(CertificateMarketSafeERC20FailedOperation)
	if err := certificateMarket.abi.UnpackIntoInterface(out, "SafeERC20FailedOperation", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CertificateMarketUnknownCurrency represents a UnknownCurrency error raised by the CertificateMarket contract.
type CertificateMarketUnknownCurrency struct {
	Currency common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UnknownCurrency(address currency)
func CertificateMarketUnknownCurrencyErrorID() common.Hash {
	return common.HexToHash("0xcd2d7f86e9ad967b03debbea67cd1edb460f25227bc453c5032aacc95d8a5e02")
}

// UnpackUnknownCurrencyError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UnknownCurrency(address currency)
func (certificateMarket *CertificateMarket) UnpackUnknownCurrencyError(raw []byte) (*CertificateMarketUnknownCurrency, error) {
	out := new(CertificateMarketUnknownCurrency)
	if err := certificateMarket.abi.UnpackIntoInterface(out, "UnknownCurrency", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CertificateMarketZeroPrice represents a ZeroPrice error raised by the CertificateMarket contract.
type CertificateMarketZeroPrice struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ZeroPrice()
func CertificateMarketZeroPriceErrorID() common.Hash {
	return common.HexToHash("0x4dfba023c19aaad0ad1005b8a52f2ae0c7a1acb3f45ecd31562b980620d65f93")
}

// UnpackZeroPriceError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ZeroPrice()
func (certificateMarket *CertificateMarket) UnpackZeroPriceError(raw []byte) (*CertificateMarketZeroPrice, error) {
	out := new(CertificateMarketZeroPrice)
	if err := certificateMarket.abi.UnpackIntoInterface(out, "ZeroPrice", raw); err != nil {
		return nil, err
	}
	return out, nil
}
